namespace Fingerspell.Training.Data;

/// <summary>The places where Sign Language MNIST is looked for when none is named.</summary>
public static class DatasetSearch
{
    const string Folder = "sign-language-mnist";

    /// <summary>The variable that names a place as <c>--data</c> does.</summary>
    public const string Variable = "FINGERSPELL_DATA";

    /// <summary>The place that <see cref="Variable"/> names, or null. A place named this way must hold the data.</summary>
    public static string? NamedByEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } place ? place : null;

    /// <summary>The places, in the order in which they are looked in.</summary>
    public static IReadOnlyList<string> UsualPlaces() =>
    [
        Path.GetFullPath(Path.Combine("data", Folder)),
        Path.GetFullPath(Path.Combine("..", "shared", "data", Folder)),
        UserCache(),
    ];

    /// <summary>The folder into which the data is fetched: below <c>$XDG_CACHE_HOME</c>, or else <c>~/.cache</c>.</summary>
    public static string UserCache()
    {
        string? caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        // The XDG base directory specification says that a relative path is to be ignored.
        if (string.IsNullOrEmpty(caches) || !Path.IsPathRooted(caches))
            caches = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(caches, "fingerspell", Folder);
    }
}
