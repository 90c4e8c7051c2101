namespace Fingerspell.Imaging;

/// <summary>The pictures of a folder as the frames of a video, in ordinal order of their names.</summary>
sealed class PictureFolderSource : IFrameSource
{
    readonly string folder;
    readonly IReadOnlyList<string> files;
    int next;

    public PictureFolderSource(string folder)
    {
        this.folder = folder;
        files = PictureFiles.Below(folder);
        if (files.Count == 0)
            throw new FingerspellException($"the folder {folder} holds no pictures");
    }

    public bool IsLive => false;

    /// <summary>A usual webcam's.</summary>
    public double FramesPerSecond => 30;

    public long? Count => files.Count;

    public (Frame, TimeSpan)? Next()
    {
        if (next == files.Count)
            return null;
        var time = TimeSpan.FromSeconds(next / FramesPerSecond);
        // Counted first, so that a picture that cannot be read is passed by whoever asks again.
        return (Frame.Load(Path.Combine(folder, files[next++])), time);
    }

    public void Dispose() { }
}
