using Fingerspell.Spelling;

namespace Fingerspell.Web.Live;

/// <summary>
/// A session's speller with its text. Readings and edits come from different threads; each changes it as a whole, and looks for the words
/// that it may become, while whoever asked has its turn to compute. A message is told both only as it is sent.
/// </summary>
sealed class LiveText
{
    const double LongestHold = 60;
    const int LongestText = 10_000, LongestWord = 100;

    readonly Lock access = new();
    SpellerOptions options = new();
    Speller speller = new();

    /// <summary>Begins, or goes on, with a text that was spelled before and another hold time; null keeps either.</summary>
    /// <exception cref="FingerspellException">A value is out of its range.</exception>
    public void Start(string? text, double? hold)
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
            _ = speller.Suggestions;
        }
    }

    /// <summary>Changes the text.</summary>
    /// <exception cref="FingerspellException">There is no such edit, or it lacks what it needs.</exception>
    public void Edit(string? edit, string? text, string? word)
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
            _ = speller.Suggestions;
        }
    }

    /// <summary>Takes the next reading, and says which letter is being held; none where the text is full, and none will be typed.</summary>
    public HoldingMessage? Add(TimeSpan time, Reading reading)
    {
        lock (access)
        {
            if (speller.Text.Length >= LongestText)
                return null;
            speller.Add(time, reading);
            _ = speller.Suggestions;
            return speller.Holding is { } held ? new HoldingMessage(held.Letter, Math.Round(held.Progress, 3)) : null;
        }
    }

    /// <summary>A message with the text as it is now, where it tells the text.</summary>
    public ServerMessage UpToDate(ServerMessage message)
    {
        lock (access)
            return message is SpellingMessage told ? told with { Text = speller.Text, Suggestions = speller.Suggestions } : message;
    }

    void RequireRoom(int characters)
    {
        if (speller.Text.Length + characters > LongestText)
            throw new FingerspellException($"the text has {speller.Text.Length} characters, and {LongestText} are kept; clear it, or take some away");
    }

    static void Require(string? text, int longest)
    {
        if (text?.Length > longest)
            throw new FingerspellException($"the text has {text.Length} characters; {longest} are taken");
    }
}
