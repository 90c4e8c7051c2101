namespace Fingerspell.Spelling;

/// <summary>
/// Turns readings over time into text. A letter is typed when it was held; it is typed again only after it was let go:
/// shown no more, or moved a little. A word ends when the hand leaves. Between readings nothing happens, and it has no
/// clock: the caller gives each reading its time. For one thread at a time.
/// </summary>
/// <param name="options">The times; null takes the defaults.</param>
public sealed class Speller(SpellerOptions? options = null)
{
    const int Letters = 26;

    /// <summary>The probability of a letter that says nothing for or against it, and how far from it is sure.</summary>
    const double Even = 0.45, Sure = 0.3;

    /// <summary>No reading stands for more time than this: of what was longer ago nothing is known.</summary>
    static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(0.5);

    readonly HoldTimer[] timers = NewTimers(options ?? new());
    readonly double[] certainties = new double[Letters];
    HoldTimer absence = new((options ?? new()).WordEnd, (options ?? new()).Release);
    HandMotion motion;
    TimeSpan? last;

    /// <summary>What was typed so far.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The letter typed last, until another one is typed or none is held; null where none is.</summary>
    public char? Held { get; private set; }

    /// <summary>The letter that is being held and how far it is from being typed, or null.</summary>
    public Holding? Holding { get; private set; }

    /// <summary>Words that the current word, the one that the text ends with, may stand for; the likeliest first.</summary>
    public IReadOnlyList<string> Suggestions { get; private set; } = [];

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
        bool moves = motion.Add(time, reading.Box);
        Judge(reading, moves);
        for (int i = 0; i < Letters; i++)
            timers[i].Pass(passed, certainties[i]);
        absence.Pass(passed, reading.Box is null ? 1 : -1);

        if (!moves && reading.Letter is { } letter && timers[Alphabet.LabelOf(letter)].IsDue)
            Type(letter);
        if (absence.IsDue)
            EndWord();
        Holding = Longest();
        if (Holding is null)
            Held = null;
        return Text != textBefore || Held != heldBefore;
    }

    /// <summary>Types a space, but none at the beginning and no second one.</summary>
    public void Space()
    {
        if (Text.Length > 0 && Text[^1] != ' ')
            Text += ' ';
    }

    /// <summary>Takes the last character back, if there is one.</summary>
    public void Delete()
    {
        if (Text.Length > 0)
            Text = Text[..^1];
    }

    /// <summary>Takes everything back.</summary>
    public void Clear() => Text = "";

    /// <summary>Puts a word in the place of the current one, and a space after it.</summary>
    /// <param name="word">One of <see cref="Suggestions"/>, or any other.</param>
    public void Accept(string word)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(word);
        Text = string.Concat(Text.AsSpan(0, CurrentWord().Start.Value), word, " ");
    }

    /// <summary>Replaces the text by what a person has typed.</summary>
    public void Set(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    static HoldTimer[] NewTimers(SpellerOptions options)
    {
        var timers = new HoldTimer[Letters];
        Array.Fill(timers, new HoldTimer(options.Hold, options.Release));
        return timers;
    }

    /// <summary>How surely the reading shows each letter.</summary>
    void Judge(Reading reading, bool moves)
    {
        Array.Fill(certainties, -1);
        if (moves)
            return;
        foreach (var (letter, probability) in reading.Candidates)
            certainties[Alphabet.LabelOf(letter)] = Math.Clamp((probability - Even) / Sure, -1, 1);
    }

    void Type(char letter)
    {
        timers[Alphabet.LabelOf(letter)].Spend();
        Held = letter;
        Text += letter;
    }

    void EndWord()
    {
        absence.Spend();
        Space();
    }

    /// <summary>Where the word is that the text ends with; a space may follow it.</summary>
    Range CurrentWord()
    {
        int end = Text.AsSpan().TrimEnd(' ').Length;
        return (Text.LastIndexOf(' ', Math.Max(0, end - 1), end) + 1)..end;
    }

    Holding? Longest()
    {
        int longest = 0;
        for (int i = 1; i < Letters; i++)
        {
            if (timers[i].Level > timers[longest].Level)
                longest = i;
        }
        var timer = timers[longest];
        return timer.Level > 0 ? new Holding(Alphabet.LetterOf(longest), timer.IsSpent ? 1 : timer.Level) : null;
    }
}
