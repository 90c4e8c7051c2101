using Fingerspell.Imaging;
using Fingerspell.Spelling.Drawn;
using Fingerspell.Spelling.Words;

namespace Fingerspell.Spelling;

/// <summary>
/// Turns readings over time into text. A letter is typed when it was held; it is typed again only after it was let go:
/// shown no more, or moved a little. J and Z are typed when they were drawn in the air, and take the place of what their hand
/// was read as meanwhile. A word ends when the hand leaves. Between readings nothing happens, and it has no clock: the caller
/// gives each reading its time. For one thread at a time.
/// </summary>
public sealed class Speller
{
    /// <summary>No reading stands for more time than this: of what was longer ago nothing is known.</summary>
    static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// How many times sooner a hand that moves has let its letter go than one that is seen no more: a reading may fail, but a move is meant, and
    /// of the little one between two equal letters only a part is beyond what counts as moved.
    /// </summary>
    const double MoveLetsGo = 2;

    readonly SpellerOptions options;
    readonly LetterTimers letters;
    readonly TypedText typed = new();
    readonly DrawnLetters drawing = new();
    readonly RestAfterDrawing rest = new();
    readonly TypedLately lately = new();
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
        rest.Add(time, reading);
        // A hand that moves, or has just drawn, shows no letter, whatever it looks like.
        bool moves = motion.Add(time, reading.Box);
        var shown = moves || rest.IsOn ? Reading.NoHand : reading;
        letters.Pass(moves ? MoveLetsGo * passed : passed, shown);

        if (shown.Letter is { } letter && letters.IsDue(letter))
        {
            Held = letter;
            Type(new(letter, letters.Spend(letter)));
            lately.Add(time, letter);
        }
        if (drawing.Add(time, reading) is { } drawn)
            Draw(drawn, reading.Box);
        if (absence.IsDue)
        {
            absence.Spend();
            Space();
        }
        Holding = rest.IsOn && Held is { } ended ? new(ended, 1) : letters.Longest;
        if (Holding is null)
            Held = null;
        else if (Holding?.Letter == Held)
            lately.Hold(time);
        return Text != textBefore || Held != heldBefore;
    }

    /// <summary>Types a space, but none at the beginning and no second one.</summary>
    public void Space()
    {
        lately.Clear();
        Type(new(' '));
    }

    /// <summary>Takes the last character back, if there is one.</summary>
    public void Delete()
    {
        typed.RemoveLast();
        Edited();
    }

    /// <summary>Takes everything back.</summary>
    public void Clear() => Set("");

    /// <summary>Replaces the text by what a person has written.</summary>
    public void Set(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        typed.Replace(text);
        Edited();
    }

    /// <summary>Puts a word in the place of the last one, and a space after it.</summary>
    /// <param name="word">One of <see cref="Suggestions"/>, or any other.</param>
    public void Accept(string word)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(word);
        typed.Accept(word);
        Edited();
    }

    void Edited()
    {
        lately.Clear();
        suggestions = null;
    }

    void Draw(DrawnLetter drawn, Box? box)
    {
        for (int taken = lately.Take(drawn); taken > 0; taken--)
            typed.RemoveLast();
        letters.Clear();
        Held = drawn.Letter;
        Type(TypedSign.Drawn(drawn.Letter));
        rest.Begin(box);
    }

    void Type(TypedSign sign)
    {
        typed.Add(sign);
        suggestions = null;
    }
}
