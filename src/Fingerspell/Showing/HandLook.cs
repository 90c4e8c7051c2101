using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>How a hand is drawn: whose it is, who sees it, its skin and the light.</summary>
public sealed record HandLook
{
    /// <summary>Which hand it is. The right one.</summary>
    public HandSide Side { get; init; } = HandSide.Right;

    /// <summary>Who sees it. The watcher.</summary>
    public Viewer SeenBy { get; init; } = Viewer.Watcher;

    /// <summary>Its skin.</summary>
    public SkinTone Tone { get; init; } = SkinTone.Medium;

    /// <summary>What is behind it; null leaves the picture transparent there.</summary>
    public Rgb? Background { get; init; }

    /// <summary>Where the light is, from the hand: right, up, toward the eye, in the picture. Any length but 0.</summary>
    public Vector3 Light { get; init; } = new(-0.45f, 0.65f, 0.75f);

    /// <summary>How strongly lines are drawn where surfaces meet, 0–1. A learner is helped by some, a photograph has none.</summary>
    public float Lines { get; init; } = 0.75f;

    /// <summary>The hand's proportions.</summary>
    public HandBuild Build { get; init; } = new();

    /// <summary>How many mm the picture's shorter side spans. 250, which holds every letter.</summary>
    public float Span { get; init; } = 250;

    /// <summary>Which point is in the middle of the picture, in mm right and up of where the palm rests.</summary>
    public Vector2 Centre { get; init; } = new(0, 14);

    /// <summary>Samples a pixel in each direction, 1–4: more give smoother edges and take longer. 3.</summary>
    public int Samples { get; init; } = 3;
}
