namespace Fingerspell.Tests.Shared;

/// <summary>Finds the folder <c>shared</c> with the real data beside the checkout; tests that need it are skipped without.</summary>
public static class SharedData
{
    /// <summary>The full path of a file or folder below <c>shared</c>; skips the test, with the reason, where it is missing.</summary>
    public static string Require(string relativePath)
    {
        string? path = Find(relativePath);
        Assert.SkipWhen(path is null, $"needs shared/{relativePath} beside the checkout");
        return path!;
    }

    static string? Find(string relativePath)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", relativePath);
            if (Path.Exists(candidate))
                return candidate;
        }
        return null;
    }
}
