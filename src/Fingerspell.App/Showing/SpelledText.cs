using System.CommandLine;

namespace Fingerspell.App.Showing;

/// <summary>The argument that is a text to be spelled by hand: letters A–Z and spaces.</summary>
static class SpelledText
{
    const int Longest = 64;

    /// <summary>Adds the check of what was given.</summary>
    public static Argument<string> Checked(this Argument<string> text)
    {
        text.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Problem(result.Tokens[0].Value) is { } problem)
                result.AddError($"{text.Name}: {problem}");
        });
        return text;
    }

    /// <summary>What is wrong with a text, or null.</summary>
    static string? Problem(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "there is no letter to show";
        if (text.Length > Longest)
            return $"{text.Length} letters are too many; give {Longest} at most";
        return text.FirstOrDefault(sign => !char.IsAsciiLetter(sign) && sign != ' ') is var other and not '\0'
            ? $"\"{other}\" has no handshape here; give letters A to Z and spaces"
            : null;
    }
}
