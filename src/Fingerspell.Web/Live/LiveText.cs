using Fingerspell.Spelling;

namespace Fingerspell.Web.Live;

/// <summary>A session's speller with its text. Readings and edits come from different threads; each changes it as a whole.</summary>
sealed class LiveText
{
    const double LongestHold = 60;
    const int LongestText = 10_000, LongestWord = 100;

    readonly Lock access = new();
    SpellerOptions options = new();
    Speller speller = new();

    /// <summary>Begins, or goes on, with a text that was spelled before and another hold time; null keeps either.</summary>
    /// <exception cref="FingerspellException">A value is out of its range.</exception>
    public TextMessage Start(string? text, double? hold)
    {
        if (hold is not (null or >= 0 and <= LongestHold))
            throw new FingerspellException($"hold is {hold}, not seconds from 0 to {LongestHold}");
        Require(text, LongestText);
        lock (access)
        {
            text ??= speller.Text;
            var wanted = hold is { } seconds ? options with { Hold = TimeSpan.FromSeconds(seconds) } : options;
            // A speller begun anew would type a letter that is still held once more.
            if (wanted != options)
                speller = new Speller(options = wanted);
            if (text != speller.Text)
                speller.Set(text);
            return Now();
        }
    }

    /// <summary>Changes the text.</summary>
    /// <exception cref="FingerspellException">There is no such edit, or it lacks what it needs.</exception>
    public TextMessage Edit(string? edit, string? text, string? word)
    {
        Require(text, LongestText);
        Require(word, LongestWord);
        lock (access)
        {
            switch (edit)
            {
                case "space": RequireRoom(1); speller.Space(); break;
                case "delete": speller.Delete(); break;
                case "clear": speller.Clear(); break;
                case "accept" when word is { Length: > 0 } && !word.Any(char.IsWhiteSpace): RequireRoom(word.Length + 1); speller.Accept(word); break;
                case "accept": throw new FingerspellException("the edit \"accept\" has no word, or one with spaces");
                case "set" when text is not null: speller.Set(text); break;
                case "set": throw new FingerspellException("the edit \"set\" has no text");
                default: throw new FingerspellException($"there is no edit \"{edit}\"; send space, delete, clear, accept or set");
            }
            return Now();
        }
    }

    /// <summary>Takes the next reading.</summary>
    public (TextMessage Text, HoldingMessage? Holding) Add(TimeSpan time, Reading reading)
    {
        lock (access)
        {
            if (speller.Text.Length < LongestText)
                speller.Add(time, reading);
            return (Now(), speller.Holding is { } held ? new HoldingMessage(held.Letter, Math.Round(held.Progress, 3)) : null);
        }
    }

    /// <summary>A message with the text as it is now, which may have been changed since the message was made.</summary>
    public ServerMessage UpToDate(ServerMessage message)
    {
        lock (access)
        {
            return message switch
            {
                ReadingMessage reading => reading with { Text = speller.Text, Suggestions = speller.Suggestions },
                TextMessage => Now(),
                _ => message,
            };
        }
    }

    void RequireRoom(int characters)
    {
        if (speller.Text.Length + characters > LongestText)
            throw new FingerspellException($"the text has {speller.Text.Length} characters, and {LongestText} are kept; clear it, or take some away");
    }

    TextMessage Now() => new(speller.Text, speller.Suggestions);

    static void Require(string? text, int longest)
    {
        if (text?.Length > longest)
            throw new FingerspellException($"the text has {text.Length} characters; {longest} are taken");
    }
}
