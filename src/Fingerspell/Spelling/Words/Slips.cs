namespace Fingerspell.Spelling.Words;

/// <summary>
/// How improbable it is that what was typed was meant as another word: −ln of the probability of each difference.
/// The numbers are estimates; what was seen weighs more than they do.
/// </summary>
sealed class Slips
{
    /// <summary>Hands that look alike, in groups; a signer's slip, or the network's, stays within one more often than not.</summary>
    static readonly string[] Alike = ["AEMNST", "KRUV", "GHPQ", "DIX", "FBW", "CEO", "GLQXZ", "IJY", "DZ"];

    /// <summary>The share of letters that were meant as one that looks alike, and as any, whatever was seen.</summary>
    const float MeantAlike = 0.03f, MeantAny = 0.004f;

    /// <summary>
    /// J and Z are drawn in the air, and not every one is read. The hand of a J is an I, that of a Z is a D; the share of those
    /// that are the start or the end of one.
    /// </summary>
    const float Drawn = 0.3f;

    const float DropsLetter = 5, DropsDrawn = 2, DropsDouble = 1.2f, AddsLetter = 4.5f, AddsDouble = 2.5f, GoesOn = 0.5f;

    readonly float[][] meant = new float[26][];
    readonly float[] adds;
    readonly float[] least;
    readonly bool isOpen;

    /// <param name="typed">What was typed, letters A–Z.</param>
    /// <param name="isOpen">Whether more letters may follow.</param>
    public Slips(IReadOnlyList<TypedSign> typed, bool isOpen)
    {
        this.isOpen = isOpen;
        Count = typed.Count;
        float[][] byTyped = [.. typed.Select(MeantBy)];
        for (int letter = 0; letter < meant.Length; letter++)
            meant[letter] = [.. byTyped.Select(costs => costs[letter])];
        adds = [.. typed.Select((sign, i) => i > 0 && typed[i - 1].Character == sign.Character ? AddsDouble : AddsLetter)];
        least = new float[Count + 1];
        for (int i = Count - 1; i >= 0; i--)
            least[i] = least[i + 1] + Math.Min(byTyped[i].Min(), adds[i]);
    }

    /// <summary>How many letters were typed.</summary>
    public int Count { get; }

    /// <summary>For each letter typed: it is in no word.</summary>
    public ReadOnlySpan<float> Adds => adds;

    /// <summary>What all letters typed from each one on cost at least; 0 after the last.</summary>
    public ReadOnlySpan<float> Least => least;

    /// <summary>For each letter typed: it is this letter of the word.</summary>
    public ReadOnlySpan<float> Meant(char letter) => meant[Alphabet.LabelOf(letter)];

    /// <summary>A letter of the word was not typed where there are others to come.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="before">The letter before it in the word.</param>
    public static float Drops(char letter, char before) =>
        letter == before ? DropsDouble
        : Alphabet.IsDrawn(letter) ? DropsDrawn
        : DropsLetter;

    /// <summary>A letter of the word was not typed after all that were.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="before">The letter before it in the word.</param>
    public float DropsAtEnd(char letter, char before) => isOpen ? GoesOn : Drops(letter, before);

    static float[] MeantBy(TypedSign sign)
    {
        float[] shares = new float[26];
        int typed = Alphabet.LabelOf(sign.Character);
        if (sign.Probabilities is { } seen)
            seen.CopyTo(shares, 0);
        else
            shares[typed] = 1;
        shares[Alphabet.LabelOf('J')] = Math.Max(shares[Alphabet.LabelOf('J')], Drawn * shares[Alphabet.LabelOf('I')]);
        shares[Alphabet.LabelOf('Z')] = Math.Max(shares[Alphabet.LabelOf('Z')], Drawn * shares[Alphabet.LabelOf('D')]);
        string alike = string.Concat(Alike.Where(group => group.Contains(sign.Character, StringComparison.Ordinal)));
        for (int i = 0; i < shares.Length; i++)
        {
            float slip = alike.Contains(Alphabet.LetterOf(i), StringComparison.Ordinal) ? MeantAlike : MeantAny;
            shares[i] = -MathF.Log(Math.Max(shares[i], i == typed ? 0.05f : slip));
        }
        return shares;
    }
}
