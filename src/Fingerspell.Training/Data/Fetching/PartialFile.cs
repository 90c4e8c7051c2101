using System.Globalization;
using System.Net.Http.Headers;

namespace Fingerspell.Training.Data.Fetching;

/// <summary>
/// What has arrived of a download, with a note beside it of which version of the remote file it is a part of. Without
/// such a note nothing is gone on with, because two versions might be joined.
/// </summary>
sealed class PartialFile(string path)
{
    readonly string version = path + ".version";

    public string Path => path;

    /// <summary>The bytes that can be gone on from, 0 where there are none.</summary>
    public long Length => File.Exists(path) && Version() is not null ? new FileInfo(path).Length : 0;

    /// <summary>Asks for the rest, on condition that the remote file is still the same.</summary>
    public void AskForRest(HttpRequestHeaders headers)
    {
        if (Length == 0)
            return;
        headers.Range = new RangeHeaderValue(Length, null);
        headers.IfRange = Version();
    }

    /// <summary>Starts anew with the version that a response is of.</summary>
    public void Restart(HttpResponseMessage response)
    {
        Delete();
        // A weak ETag promises no byte-for-byte equality (RFC 9110, 13.1.5).
        string? note = response.Headers.ETag is { IsWeak: false } etag
            ? etag.Tag
            : response.Content.Headers.LastModified?.ToString("r", CultureInfo.InvariantCulture);
        if (note is not null)
            File.WriteAllText(version, note);
    }

    public FileStream OpenToAppend() => new(path, FileMode.Append, FileAccess.Write, FileShare.None);

    public void Delete()
    {
        File.Delete(path);
        File.Delete(version);
    }

    RangeConditionHeaderValue? Version() =>
        File.Exists(version) && RangeConditionHeaderValue.TryParse(File.ReadAllText(version), out var condition) ? condition : null;
}
