namespace Fingerspell.Tests.Shared;

/// <summary>Recorded outputs of the tools that ours must match, committed in the test project's folder <c>Golden</c>.</summary>
public static class Golden
{
    /// <summary>The text of a recorded output, such as <c>classification_report.txt</c>.</summary>
    public static string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>The full path of a recorded output.</summary>
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Golden", name);
}
