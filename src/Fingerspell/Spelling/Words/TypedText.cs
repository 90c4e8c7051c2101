using System.Buffers;

namespace Fingerspell.Spelling.Words;

/// <summary>The text with what was seen when it was typed, and the word it ends with.</summary>
sealed class TypedText
{
    const char Space = ' ';

    /// <summary>What is longer is no word, and would take long to look for.</summary>
    const int LongestWord = 24;

    /// <summary>What a word begins after; lines come from the keyboard.</summary>
    static readonly SearchValues<char> Between = SearchValues.Create(" \n\r\t");

    readonly List<TypedSign> signs = [];

    /// <summary>A word that was accepted stands as it is, until something follows it.</summary>
    bool isAccepted;

    public string Text { get; private set; } = "";

    /// <summary>Adds a character at the end; a space only after something else, and not at a line's beginning.</summary>
    public void Add(TypedSign sign)
    {
        if (sign.Character == Space && (Text.Length == 0 || char.IsWhiteSpace(Text[^1])))
            return;
        signs.Add(sign);
        Changed(accepted: isAccepted && sign.Character == Space);
    }

    /// <summary>Takes the last character away, if there is one; one that is typed may be of two UTF-16 units, as an emoji is.</summary>
    public void RemoveLast()
    {
        if (signs.Count > 0)
            signs.RemoveAt(signs.Count - 1);
        if (signs.Count > 0 && char.IsLowSurrogate(Text[^1]) && char.IsHighSurrogate(Text[^2]))
            signs.RemoveAt(signs.Count - 1);
        Changed();
    }

    /// <summary>Replaces all; what is the same at the beginning keeps what was seen.</summary>
    public void Replace(string text)
    {
        int same = Text.AsSpan().CommonPrefixLength(text);
        signs.RemoveRange(same, signs.Count - same);
        signs.AddRange(text[same..].Select(character => new TypedSign(character)));
        Changed();
    }

    /// <summary>Replaces the word at the end by one that a person has chosen, and ends it.</summary>
    public void Accept(string word)
    {
        signs.RemoveRange(LastWord.Start, signs.Count - LastWord.Start);
        signs.AddRange(word.Append(Space).Select(character => new TypedSign(character)));
        Changed(accepted: true);
    }

    /// <summary>Words that the one at the end may stand for, the likeliest first.</summary>
    public IReadOnlyList<string> Suggest(Lexicon lexicon, int count)
    {
        var (start, end) = LastWord;
        TypedSign[] word = [.. signs[start..end].Select(sign => sign with { Character = char.ToUpperInvariant(sign.Character) })];
        return isAccepted || word.Length is 0 or > LongestWord || word.Any(sign => sign.Character is < 'A' or > 'Z')
            ? []
            : WordSearch.Find(
                lexicon.Trie, new Slips(word, isOpen: end == signs.Count), count, unwanted: string.Concat(word.Select(sign => sign.Character)));
    }

    /// <summary>Where the word at the end is; spaces may follow it.</summary>
    (int Start, int End) LastWord
    {
        get
        {
            var word = Text.AsSpan().TrimEnd(Space);
            return (word.LastIndexOfAny(Between) + 1, word.Length);
        }
    }

    void Changed(bool accepted = false)
    {
        Text = string.Create(signs.Count, signs, static (characters, signs) =>
        {
            for (int i = 0; i < characters.Length; i++)
                characters[i] = signs[i].Character;
        });
        isAccepted = accepted;
    }
}
