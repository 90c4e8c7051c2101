using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>A word spelled by a hand, letter after letter. At a space the hand leaves the picture; a double letter is dipped.</summary>
public sealed class SpellingMotion
{
    static readonly Vector2 Away = new(0, -420);
    static readonly Vector2 Dip = new(0, -130);

    /// <summary>Seconds for which a letter is held, for the way to the next one, for the motion of J and Z, and without a hand at a space.</summary>
    const double Hold = 0.9, Move = 0.4, Draw = 1.2, Absence = 1.3;

    /// <summary>How much longer a dip takes than the way from one letter to another.</summary>
    const double DipTime = 1.5;

    readonly List<Stretch> stretches = [];

    /// <summary>A word's motion.</summary>
    /// <param name="text">Letters A–Z or a–z, and spaces between them.</param>
    /// <exception cref="ArgumentException">The text is empty, or has another sign.</exception>
    public SpellingMotion(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        char last = ' ';
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            if (letter == ' ')
                Pause(last);
            else
            {
                _ = ManualAlphabet.Of(letter);      // who asks for another sign learns it now and not when it is drawn
                if (i > 0)
                    Approach(last, letter);
                Sign(letter, i);
            }
            last = letter;
        }
    }

    /// <summary>How long it takes, in seconds.</summary>
    public double Duration => stretches[^1].End;

    /// <summary>The hand at a time; before the beginning and after the end as it is there.</summary>
    /// <param name="seconds">The time.</param>
    /// <returns>The hand, and the index of the letter that it shows, −1 between two.</returns>
    public (Pose Pose, int Letter) At(double seconds)
    {
        var stretch = stretches.Find(stretch => seconds < stretch.End) ?? stretches[^1];
        float share = Math.Clamp((float)((seconds - stretch.Start) / (stretch.End - stretch.Start)), 0, 1);
        return (stretch.Pose(share), stretch.Letter);
    }

    void Sign(char letter, int index) =>
        Add(LetterMotion.Moves(letter) ? Draw : Hold, index, share => LetterMotion.At(letter, share));

    void Approach(char last, char letter)
    {
        var to = LetterMotion.At(letter, 0);
        if (last == ' ')
        {
            Add(Move, -1, share => to with { Place = to.Place + Away * (1 - Ease(share)) });
            return;
        }
        var from = LetterMotion.At(last, 1);
        bool isSame = char.ToUpperInvariant(last) == char.ToUpperInvariant(letter);
        Add(isSame ? DipTime * Move : Move, -1, share =>
        {
            var between = Pose.Between(from, to, Ease(share));
            return isSame ? between with { Place = between.Place + Dip * MathF.Sin(MathF.PI * share) } : between;
        });
    }

    void Pause(char last)
    {
        if (last == ' ')
            return;
        var start = LetterMotion.At(last, 1);
        Add(Move, -1, share => start with { Place = start.Place + Away * Ease(share) });
        Add(Absence, -1, _ => start with { Place = start.Place + Away });
    }

    void Add(double seconds, int letter, Func<float, Pose> pose)
    {
        double start = stretches.Count == 0 ? 0 : stretches[^1].End;
        stretches.Add(new Stretch(start, start + seconds, letter, pose));
    }

    static float Ease(float share) => HandSkin.Smooth(0, 1, share);

    sealed record Stretch(double Start, double End, int Letter, Func<float, Pose> Pose);
}
