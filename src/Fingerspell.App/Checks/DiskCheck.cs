using System.Globalization;

namespace Fingerspell.App.Checks;

/// <summary>Whether there is room for run folders and annotated videos.</summary>
static class DiskCheck
{
    const double Gigabyte = 1e9;

    /// <param name="folder">Where the results would go.</param>
    /// <param name="freeBytes">What its disk has free for this user.</param>
    public static Finding Of(string folder, long freeBytes)
    {
        string free = string.Create(CultureInfo.InvariantCulture, $"{freeBytes / Gigabyte:0.0} GB free for {folder}");
        return freeBytes >= Gigabyte
            ? new Finding("disk", State.Ok, free)
            : new Finding("disk", State.Missing, free, "make room: a training run takes some 100 MB");
    }
}
