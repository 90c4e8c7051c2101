namespace Fingerspell.App.Checks;

/// <summary>Whether there is the program ffmpeg, with which `read` opens streams other than Motion JPEG.</summary>
static class FfmpegCheck
{
    /// <param name="path">The folders where programs are looked for, as in $PATH.</param>
    public static Finding Of(string? path)
    {
        string? program = path?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "ffmpeg")).FirstOrDefault(File.Exists);
        return program is not null
            ? new Finding("ffmpeg", State.Ok, program)
            : new Finding("ffmpeg", State.Missing, "not on the $PATH; only streams such as RTSP need it",
                "on Debian and Ubuntu: apt-get install ffmpeg");
    }
}
