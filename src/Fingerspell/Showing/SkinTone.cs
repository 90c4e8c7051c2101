namespace Fingerspell.Showing;

/// <summary>A colour of skin. The palm of a dark hand is lighter than its back.</summary>
/// <param name="Name">The name in lower-case letters, as the command line takes it.</param>
/// <param name="Back">The colour of the back of the hand in white light.</param>
/// <param name="Palm">The colour of the palm in white light.</param>
public sealed record SkinTone(string Name, Rgb Back, Rgb Palm)
{
    /// <summary>Very light skin.</summary>
    public static SkinTone Pale { get; } = new("pale", new(244, 214, 196), new(246, 208, 190));

    /// <summary>Light skin.</summary>
    public static SkinTone Light { get; } = new("light", new(234, 193, 166), new(238, 192, 167));

    /// <summary>Medium skin.</summary>
    public static SkinTone Medium { get; } = new("medium", new(212, 161, 125), new(224, 171, 138));

    /// <summary>Olive to light brown skin.</summary>
    public static SkinTone Tan { get; } = new("tan", new(179, 125, 88), new(206, 150, 115));

    /// <summary>Brown skin.</summary>
    public static SkinTone Brown { get; } = new("brown", new(133, 87, 60), new(182, 126, 96));

    /// <summary>Dark skin.</summary>
    public static SkinTone Dark { get; } = new("dark", new(85, 55, 41), new(150, 101, 79));

    /// <summary>All of them, from light to dark.</summary>
    public static IReadOnlyList<SkinTone> All { get; } = [Pale, Light, Medium, Tan, Brown, Dark];
}
