using System.Runtime.InteropServices;

namespace Fingerspell.App.Checks;

/// <summary>Whether a native library loads and does something.</summary>
static class NativeLibraryCheck
{
    /// <summary>Loads the library by the system's own loader first, whose error names the file that is missing.</summary>
    /// <param name="name">The library's name for people.</param>
    /// <param name="file">Its file.</param>
    /// <param name="use">Does something small with it and returns what to report, such as its version.</param>
    /// <param name="neededToRead">Whether reading needs it; the rest need it for training.</param>
    public static Finding Of(string name, string file, Func<string> use, bool neededToRead)
    {
        if (!File.Exists(file))
            return new Finding(name, State.Missing, $"{file} is not there", Rebuild, neededToRead);
        try
        {
            // Loading it here keeps TorchSharp from its answer to a failed load: a copy of 480 MB of libraries.
            NativeLibrary.Load(file);
            return new Finding(name, State.Ok, use(), NeededToRead: neededToRead);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            string reason = Innermost(e).Message.Trim().Split('\n').Last().Trim();
            return new Finding(name, State.Missing, reason, RemedyFor(reason), neededToRead);
        }
    }

    const string Rebuild = "build again: delete the folders bin and obj below src, then call ./fingerspell doctor";

    static string RemedyFor(string reason)
    {
        if (!reason.Contains("cannot open shared object file", StringComparison.Ordinal))
            return Rebuild;
        string library = reason.Split(':')[0];
        return DebianPackages.HoldingOpenCvNeeds(library)
            ? $"run: {DebianPackages.InstallOpenCvNeeds}"
            : $"install the package of your system that holds {library}";
    }

    static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;
}
