using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests.Imaging;

public sealed class FrameRecorderTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Frames_are_repeated_and_left_out_so_that_the_video_keeps_time()
    {
        using (var recorder = new FrameRecorder(folder["a.avi"], framesPerSecond: 10))
        {
            // An odd width, and a frame of another size: the first one's, made even, holds for all.
            Add(recorder, 0, 50, 31);
            Add(recorder, 0.3, 150, 60);
            Add(recorder, 0.31, 250, 31);
            Add(recorder, 0.4, 100, 31);
        }
        using var source = FrameSource.Open(folder["a.avi"], TestContext.Current.CancellationToken);
        var grays = new List<int>();
        while (source.Next() is var (frame, time))
        {
            Assert.Equal((32, 24), (frame.Width, frame.Height));
            Assert.Equal(grays.Count * 0.1, time.TotalSeconds, 1e-6);
            grays.Add((frame.ToBgr()[0] + 25) / 50 * 50);
            frame.Dispose();
        }
        Assert.Equal([50, 150, 150, 150, 100], grays);
        Assert.Equal(5, source.Count);
        Assert.False(source.IsLive);
    }

    static void Add(FrameRecorder recorder, double seconds, byte gray, int width)
    {
        using var frame = MadePictures.Plain(gray, width, 24);
        recorder.Add(frame, TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("a.mp4", true)]
    [InlineData("a.AVI", true)]
    [InlineData("a.gif", false)]
    [InlineData("a", false)]
    public void The_ending_says_whether_a_video_can_be_written(string name, bool can) => Assert.Equal(can, FrameRecorder.CanWrite(name));

    [Fact]
    public void A_video_of_another_ending_is_refused_by_its_name()
    {
        var error = Assert.Throws<FingerspellException>(() => FrameRecorder.Write(folder["a.gif"], 10, recorder => Add(recorder, 0, 1, 16)));
        Assert.StartsWith($"cannot write {folder["a.gif"]}: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".mp4, .mov, .mkv or .avi", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_video_without_a_frame_is_an_error_and_no_file()
    {
        var error = Assert.Throws<FingerspellException>(() => FrameRecorder.Write(folder["a.avi"], 10, _ => { }));
        Assert.Equal($"cannot write {folder["a.avi"]}: there was no frame to write", error.Message);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("a.avi")]
    [InlineData("a.mp4")]
    public void A_video_that_was_cut_short_is_an_error(string name)
    {
        using var whole = new FrameRecorder(folder[name], 10);
        Add(whole, 5, 100, 64);
        whole.Complete();

        using var cut = new FrameRecorder(folder["cut-" + name], 10);
        Add(cut, 5, 100, 64);
        // As where a disk is full: what is written later goes nowhere.
        File.Delete(folder["cut-" + name]);
        File.WriteAllBytes(folder["cut-" + name], File.ReadAllBytes(folder[name])[..1000]);
        var error = Assert.Throws<IOException>(cut.Complete);
        Assert.Contains("is the disk full?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_an_error()
    {
        using var recorder = new FrameRecorder("/proc/nowhere/a.mp4", 10);
        Assert.Throws<IOException>(() => Add(recorder, 0, 1, 16));
    }
}
