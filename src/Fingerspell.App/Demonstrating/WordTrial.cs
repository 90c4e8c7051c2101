using Fingerspell.App.Showing;
using Fingerspell.Showing;
using Fingerspell.Spelling;

namespace Fingerspell.App.Demonstrating;

/// <summary>A word that was spelled with the drawn hand and read back, frame after frame, as from a camera.</summary>
/// <param name="Word">The word that was spelled.</param>
/// <param name="Text">The text that the speller made of it.</param>
/// <param name="Letters">For each letter what was read in most of the frames that held it, of J and Z what was drawn; null where mostly none was.</param>
/// <param name="Frames">How many frames were read.</param>
sealed record WordTrial(string Word, string Text, IReadOnlyList<char?> Letters, int Frames)
{
    const double FramesPerSecond = 15;

    /// <summary>How long the hand stays at the end, in seconds: a Z is over when the hand has come to rest.</summary>
    const double Rest = 0.4;

    /// <summary>Whether the text is the word; several spaces look like one.</summary>
    public bool IsRead => Text.Trim() == string.Join(' ', Word.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Spells a word and reads it.</summary>
    /// <param name="word">The letters in upper case.</param>
    /// <param name="recognizer">Reads the frames.</param>
    /// <param name="side">The hand that signs.</param>
    /// <param name="progress">Is told how many frames were read.</param>
    /// <param name="stop">Ends it.</param>
    public static WordTrial Of(string word, Recognizer recognizer, HandSide side, Action<long> progress, CancellationToken stop)
    {
        var motion = new SpellingMotion(word);
        var speller = new Speller();
        var stream = recognizer.ForStream();
        using var painter = new PosePainter(DemoLook.Spelling with { Side = side }, DemoLook.Width, DemoLook.Height);
        var votes = word.Select(_ => new List<char?>()).ToArray();
        var drawn = new char?[word.Length];
        int frames = FramesOf(word), begun = 0;
        for (int i = 0; i < frames; i++)
        {
            stop.ThrowIfCancellationRequested();
            var time = TimeSpan.FromSeconds(i / FramesPerSecond);
            var (pose, letter) = motion.At(time.TotalSeconds);
            var reading = stream.Read(painter.Paint(pose));
            bool isNew = speller.Add(time, reading);
            begun = Math.Max(begun, letter);
            // A drawing is over when the hand has come to rest, which may be as the next letter.
            if (isNew && speller.Held is { } held && Alphabet.IsDrawn(held) && word.AsSpan(0, begun + 1).LastIndexOfAny('J', 'Z') is >= 0 and var at)
                drawn[at] ??= held;
            if (letter >= 0 && time.TotalSeconds < motion.Duration)
                votes[letter].Add(reading.Letter);
            progress(i + 1);
        }
        return new(word, speller.Text, [.. votes.Select((seen, i) => drawn[i] ?? Most(seen))], frames);
    }

    /// <summary>How many frames it takes to spell a word.</summary>
    public static int FramesOf(string word) => (int)Math.Ceiling((new SpellingMotion(word).Duration + Rest) * FramesPerSecond);

    static char? Most(List<char?> votes) => votes.Count == 0
        ? null
        : votes.GroupBy(vote => vote).OrderByDescending(group => group.Count()).First().Key;
}
