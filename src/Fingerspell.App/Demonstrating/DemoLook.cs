using Fingerspell.Showing;

namespace Fingerspell.App.Demonstrating;

/// <summary>A way to draw the hand for the recogniser: as a webcam would see it, with little ink and a plain room.</summary>
/// <param name="Name">What to call it in a table's head.</param>
/// <param name="Look">How the hand is drawn.</param>
sealed record DemoLook(string Name, HandLook Look)
{
    /// <summary>The size of a frame, in pixels.</summary>
    public const int Width = 400, Height = 300;

    static readonly HandLook Webcam = new() { Span = 330, Centre = new(12, -8), Lines = 0.3f, Samples = 2 };

    /// <summary>The looks that letters are tried in.</summary>
    public static IReadOnlyList<DemoLook> All { get; } =
    [
        new("light/wall", Webcam with { Tone = SkinTone.Light, Background = new(200, 198, 194) }),
        new("medium/dusk", Webcam with { Tone = SkinTone.Medium, Background = new(112, 122, 134), Light = new(0.5f, 0.6f, 0.8f) }),
        new("tan/white", Webcam with { Tone = SkinTone.Tan, Background = new(232, 230, 226), Light = new(-0.2f, 0.9f, 0.5f) }),
        new("dark/wall", Webcam with { Tone = SkinTone.Dark, Background = new(184, 186, 188), Light = new(-0.6f, 0.3f, 0.8f) }),
    ];

    /// <summary>The look in which a word is spelled.</summary>
    public static HandLook Spelling => All[0].Look;
}
