namespace Fingerspell.App.Checks;

/// <summary>Which cameras the system shows, and whether this user may read them.</summary>
static class CameraCheck
{
    /// <param name="devices">The folder of devices.</param>
    /// <param name="mayRead">Whether this user may read a device; by default it is tried.</param>
    public static Finding Of(string devices = "/dev", Func<string, bool>? mayRead = null)
    {
        mayRead ??= TryToRead;
        string[] cameras = [.. Directory.EnumerateFileSystemEntries(devices, "video*").Order(StringComparer.Ordinal)];
        if (cameras.Length == 0)
            return new Finding("camera", State.Missing, $"no {devices}/video*",
                "plug one in, or give `fingerspell read` a video file, a stream's URL or a folder of pictures");
        string? refused = cameras.FirstOrDefault(camera => !mayRead(camera));
        if (refused is not null)
            return new Finding("camera", State.Missing, $"{refused} may not be read by {Environment.UserName}",
                $"run: sudo usermod --append --groups video {Environment.UserName}, then log in again");
        return new Finding("camera", State.Ok, string.Join(", ", cameras));
    }

    static bool TryToRead(string device)
    {
        try
        {
            using var stream = File.OpenRead(device);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true; // busy, for example: that is the opener's business
        }
    }
}
