namespace Fingerspell.Training.Data.Photos;

/// <summary>The places where the photographs to train on are looked for.</summary>
public static class PhotoSearch
{
    /// <summary>The variable that names a place as <c>--photos</c> does.</summary>
    public const string Variable = "FINGERSPELL_PHOTOS";

    /// <summary>The places that are looked in when none is named, in that order.</summary>
    public static IReadOnlyList<string> UsualPlaces() =>
    [
        Path.GetFullPath(Path.Combine("data", "photos", "train")),
        Path.GetFullPath(Path.Combine("..", "shared", "data", "photos", "train")),
    ];

    /// <summary>The folder that holds the sets of photographs: the one named, by <see cref="Variable"/> too, or a usual one.</summary>
    /// <param name="named">A folder, or null.</param>
    /// <exception cref="FingerspellException">There is none.</exception>
    public static string Find(string? named = null)
    {
        if (string.IsNullOrEmpty(named))
            named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(named))
            return Directory.Exists(named) ? named : throw new FingerspellException($"the folder of photographs {named} does not exist; {Remedy}");
        var places = UsualPlaces();
        return places.FirstOrDefault(Directory.Exists)
            ?? throw new FingerspellException($"there are no photographs to train on in {string.Join(" or ", places)}; {Remedy}");
    }

    const string Remedy = "name a folder with --photos that holds a folder a set, with photographs as in SET/A/1.jpg and their hands in SET/boxes.csv";
}
