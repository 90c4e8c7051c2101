using Fingerspell.Spelling.Words;

namespace Fingerspell.Spelling;

/// <summary>How a speller turns letters over time into text.</summary>
public sealed record SpellerOptions
{
    /// <summary>How long a letter is held to be typed, when it is surely that letter; one less sure takes longer. 0.6 s.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromSeconds(0.6);

    /// <summary>
    /// How long a letter must be gone until it may be typed again; where the hand moves, half as long. A letter that was not
    /// held to the end is forgotten as fast. 0.3 s.
    /// </summary>
    public TimeSpan Release { get; init; } = TimeSpan.FromSeconds(0.3);

    /// <summary>How long the hand must be out of the picture to end the word with a space. 1 s.</summary>
    public TimeSpan WordEnd { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The words that are suggested, or null for none. <see cref="Lexicon.English"/>.</summary>
    public Lexicon? Lexicon { get; init; } = Lexicon.English;

    /// <summary>How many words are suggested at most. 5.</summary>
    public int SuggestionCount { get; init; } = 5;
}
