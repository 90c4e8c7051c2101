using System.CommandLine;
using System.Globalization;

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
        // What a person sees as one sign may be several characters: an emoji, a letter and the accent on it.
        var signs = StringInfo.GetTextElementEnumerator(text);
        while (signs.MoveNext())
        {
            string sign = signs.GetTextElement();
            if (sign is not [var letter] || !char.IsAsciiLetter(letter) && letter != ' ')
                return $"\"{sign}\" has no handshape here; give letters A to Z and spaces";
        }
        return null;
    }
}
