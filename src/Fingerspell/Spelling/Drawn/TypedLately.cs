namespace Fingerspell.Spelling.Drawn;

/// <summary>The letters that were typed lately, so that those which were the beginning of a drawing can be taken back.</summary>
sealed class TypedLately
{
    /// <summary>What a hand that is about to draw is taken for.</summary>
    const string BeforeJ = "I", BeforeZ = "DGLX";

    readonly List<Entry> entries = [];

    /// <summary>A letter was typed.</summary>
    public void Add(TimeSpan time, char letter) => entries.Add(new(letter, time, time));

    /// <summary>The letter typed last is still held.</summary>
    public void Hold(TimeSpan time)
    {
        if (entries.Count > 0)
            entries[^1] = entries[^1] with { Held = time };
    }

    /// <summary>Nothing that was typed is to be taken back any more: a person has changed the text, or a word has ended.</summary>
    public void Clear() => entries.Clear();

    /// <summary>How many of the letters typed last belong to a drawing: typed while it went on, or held until it began.</summary>
    public int Take(DrawnLetter drawn)
    {
        int all = entries.Count;
        string before = drawn.Letter == 'J' ? BeforeJ : BeforeZ;
        while (entries.Count > 0 && (entries[^1].Typed > drawn.Began
            || entries[^1].Held >= drawn.Began && before.Contains(entries[^1].Letter, StringComparison.Ordinal)))
            entries.RemoveAt(entries.Count - 1);
        int taken = all - entries.Count;
        entries.Clear();
        return taken;
    }

    readonly record struct Entry(char Letter, TimeSpan Typed, TimeSpan Held);
}
