using Fingerspell.Spelling;

namespace Fingerspell.Web.Live;

/// <summary>A session's speller with its text. Readings and edits come from different threads; each changes it as a whole.</summary>
sealed class LiveText
{
    const double LongestHold = 60;

    readonly Lock access = new();
    Speller speller = new();
    string before = "";

    /// <summary>Begins anew, with a text that was spelled before and another hold time; null keeps either.</summary>
    public TextMessage Start(string? text, double? hold)
    {
        if (hold is not (null or >= 0 and <= LongestHold))
            throw new FingerspellException($"hold is {hold}, not seconds from 0 to {LongestHold}");
        lock (access)
        {
            before = text ?? before + speller.Text;
            speller = new Speller(hold is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
            return Now();
        }
    }

    /// <summary>Changes the text.</summary>
    /// <exception cref="FingerspellException">There is no such edit.</exception>
    public TextMessage Edit(string? edit, string? text, string? word)
    {
        lock (access)
        {
            string now = before + speller.Text;
            now = edit switch
            {
                "space" => now + " ",
                "delete" => now.Length == 0 ? now : now[..^1],
                "clear" => "",
                "accept" => now[..(now.LastIndexOf(' ') + 1)] + word + " ",
                "set" => text ?? "",
                _ => throw new FingerspellException($"there is no edit \"{edit}\"; send space, delete, clear, accept or set"),
            };
            (before, speller) = (now, new Speller());
            return Now();
        }
    }

    /// <summary>Takes the next reading.</summary>
    public (TextMessage Text, HoldingMessage? Holding) Add(TimeSpan time, Reading reading)
    {
        lock (access)
        {
            speller.Add(time, reading.Letter);
            return (Now(), speller.Held is { } held ? new HoldingMessage(held, 1) : null);
        }
    }

    TextMessage Now() => new(before + speller.Text, []);
}
