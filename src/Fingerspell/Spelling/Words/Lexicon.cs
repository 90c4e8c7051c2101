using System.Globalization;
using System.IO.Compression;

namespace Fingerspell.Spelling.Words;

/// <summary>
/// Words, and how frequent each is. One lexicon serves any number of spellers and threads.
/// </summary>
public sealed class Lexicon
{
    readonly Lazy<WordTrie> trie;

    /// <summary>A lexicon of some words.</summary>
    /// <param name="words">
    /// Words of the letters A–Z, each once, and their probabilities, above 0 up to 1, which need not add up to 1.
    /// </param>
    /// <exception cref="ArgumentException">A word is there twice or has another letter, or a probability is none.</exception>
    public Lexicon(IEnumerable<(string Word, double Probability)> words)
    {
        var made = new WordTrie(
        [
            .. words.OrderBy(entry => entry.Word, StringComparer.Ordinal).Select(entry => entry.Probability is > 0 and <= 1
                ? (entry.Word, (float)-Math.Log(entry.Probability))
                : throw new ArgumentException($"the probability of {entry.Word} is {entry.Probability}", nameof(words))),
        ]);
        trie = new(made);
    }

    Lexicon(Func<WordTrie> load) => trie = new(load);

    /// <summary>
    /// 74,000 English words and names, which come with the library and are read at their first use. Their sources and
    /// licences are in LICENSE-english.txt.
    /// </summary>
    public static Lexicon English { get; } = new(LoadEnglish);

    /// <summary>The words, the most frequent first; of equally frequent ones the first by letters.</summary>
    public IEnumerable<string> ByFrequency => Trie.Words.OrderBy(entry => entry.Rarity).ThenBy(entry => entry.Word, StringComparer.Ordinal).Select(entry => entry.Word);

    internal WordTrie Trie => trie.Value;

    /// <summary>A word a line, a tab and −10 log10 of its probability; see build/make-lexicon.py.</summary>
    static WordTrie LoadEnglish()
    {
        using var packed = typeof(Lexicon).Assembly.GetManifestResourceStream("english.txt.gz")!;
        using var text = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        List<(string, float)> words = [];
        while (text.ReadLine() is { } line)
        {
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            int rarity = int.Parse(line.AsSpan(tab + 1), NumberStyles.None, CultureInfo.InvariantCulture);
            words.Add((line[..tab], (float)(rarity * Math.Log(10) / 10)));
        }
        return new WordTrie(words);
    }
}
