using Fingerspell.Showing;

namespace Fingerspell.App.Demonstrating;

/// <summary>What the recogniser says of one drawn letter in several looks.</summary>
/// <param name="Letter">The letter that was drawn.</param>
/// <param name="Read">What was read in each look: a letter, or null where none was sure enough or no hand was found.</param>
/// <param name="Confidence">How sure it was of its best guess, in each look.</param>
sealed record LetterTrial(char Letter, IReadOnlyList<char?> Read, IReadOnlyList<double> Confidence)
{
    /// <summary>In how many looks it was read rightly.</summary>
    public int Right => Read.Count(read => read == Letter);

    /// <summary>Whether most looks were read rightly.</summary>
    public bool IsRead => Right * 2 > Read.Count;

    /// <summary>Draws a letter in each look and reads it.</summary>
    public static LetterTrial Of(char letter, Recognizer recognizer, HandSide side)
    {
        var readings = new List<Reading>();
        foreach (var (_, look) in DemoLook.All)
        {
            var drawing = HandDrawing.Render(
                ManualAlphabet.Of(letter).Pose, look with { Side = side }, DemoLook.Width, DemoLook.Height);
            using var frame = drawing.ToFrame(look.Background!.Value);
            readings.Add(recognizer.Read(frame));
        }
        return new(letter, [.. readings.Select(reading => reading.Letter)], [.. readings.Select(reading => reading.Confidence)]);
    }
}
