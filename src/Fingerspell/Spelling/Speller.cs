using Fingerspell.Spelling.Words;

namespace Fingerspell.Spelling;

/// <summary>
/// Turns readings over time into text. A letter is typed when it was held; it is typed again only after it was let go:
/// shown no more, or moved a little. A word ends when the hand leaves. Between readings nothing happens, and it has no
/// clock: the caller gives each reading its time. For one thread at a time.
/// </summary>
public sealed class Speller
{
    /// <summary>No reading stands for more time than this: of what was longer ago nothing is known.</summary>
    static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(0.5);

    readonly SpellerOptions options;
    readonly LetterTimers letters;
    readonly TypedText typed = new();
    HoldTimer absence;
    HandMotion motion;
    TimeSpan? last;
    IReadOnlyList<string>? suggestions;

    /// <summary>A speller that has read nothing yet.</summary>
    /// <param name="options">The times and the words; null takes the defaults.</param>
    public Speller(SpellerOptions? options = null)
    {
        this.options = options ??= new();
        letters = new(options.Hold, options.Release);
        absence = new(options.WordEnd, options.Release);
    }

    /// <summary>What was typed so far.</summary>
    public string Text => typed.Text;

    /// <summary>The letter typed last, until another one is typed or none is held; null where none is.</summary>
    public char? Held { get; private set; }

    /// <summary>The letter that is being held and how far it is from being typed, or null.</summary>
    public Holding? Holding { get; private set; }

    /// <summary>
    /// Words that the last word of the text may stand for, the likeliest first: that it may become, and that may have been
    /// meant. None for a word that was accepted. They are looked for when asked for, once after each change.
    /// </summary>
    public IReadOnlyList<string> Suggestions =>
        suggestions ??= options.Lexicon is { } lexicon ? typed.Suggest(lexicon, options.SuggestionCount) : [];

    /// <summary>Takes the next reading.</summary>
    /// <param name="time">When it was made, counted from any beginning.</param>
    /// <param name="reading">What was read.</param>
    /// <returns>Whether <see cref="Text"/> or <see cref="Held"/> has changed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is before that of the last reading.</exception>
    public bool Add(TimeSpan time, Reading reading)
    {
        if (time < last)
            throw new ArgumentOutOfRangeException(nameof(time), time, $"the last reading was at {last}");
        var passed = last is { } before ? time - before : TimeSpan.Zero;
        if (passed > LongestGap)
            passed = LongestGap;
        last = time;

        var (textBefore, heldBefore) = (Text, Held);
        absence.Pass(passed, reading.Box is null ? 1 : -1);
        // A hand that moves shows no letter, whatever it looks like.
        var shown = motion.Add(time, reading.Box) ? Reading.NoHand : reading;
        letters.Pass(passed, shown);

        if (shown.Letter is { } letter && letters.IsDue(letter))
        {
            Held = letter;
            Type(new(letter, letters.Spend(letter)));
        }
        if (absence.IsDue)
        {
            absence.Spend();
            Space();
        }
        Holding = letters.Longest;
        if (Holding is null)
            Held = null;
        return Text != textBefore || Held != heldBefore;
    }

    /// <summary>Types a space, but none at the beginning and no second one.</summary>
    public void Space() => Type(new(' '));

    /// <summary>Takes the last character back, if there is one.</summary>
    public void Delete()
    {
        typed.RemoveLast();
        suggestions = null;
    }

    /// <summary>Takes everything back.</summary>
    public void Clear() => Set("");

    /// <summary>Replaces the text by what a person has written.</summary>
    public void Set(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        typed.Replace(text);
        suggestions = null;
    }

    /// <summary>Puts a word in the place of the last one, and a space after it.</summary>
    /// <param name="word">One of <see cref="Suggestions"/>, or any other.</param>
    public void Accept(string word)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(word);
        typed.Accept(word);
        suggestions = null;
    }

    void Type(TypedSign sign)
    {
        typed.Add(sign);
        suggestions = null;
    }
}
