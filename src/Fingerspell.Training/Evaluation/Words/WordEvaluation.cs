using Fingerspell.Spelling;
using Fingerspell.Spelling.Words;
using Fingerspell.Training.Evaluation.Photos;

namespace Fingerspell.Training.Evaluation.Words;

/// <summary>
/// Spells words with the photographs of a set, and reads them as a camera's frames are read: hand followed from frame to
/// frame, letters over time, text. The frames carry their times, so that nothing waits.
/// </summary>
public sealed class WordEvaluation
{
    /// <summary>Where the random numbers start.</summary>
    const int Seed = 1;

    readonly Recognizer recognizer;
    readonly List<(string Set, string Word, IReadOnlyList<Shot> Shots)> scripts = [];
    readonly List<string> passedOver = [];

    /// <summary>Writes the scripts: three words a set, each of one signer where the set's boxes tell signers apart.</summary>
    /// <param name="recognizer">The recogniser.</param>
    /// <param name="sets">The sets; those with too few letters for a word are passed over, as are photographs of nobody in a set that names its signers.</param>
    /// <param name="count">Words a set.</param>
    public WordEvaluation(Recognizer recognizer, IEnumerable<TestSet> sets, int count = 3)
    {
        this.recognizer = recognizer;
        string[] byFrequency = [.. Lexicon.English.ByFrequency];
        foreach (var set in sets)
        {
            var signers = SignersOf(set);
            // Each word has to be one that all signers can show.
            var letters = signers.Select(signer => signer.Select(photos => photos.Key)).DefaultIfEmpty([]).Aggregate((some, others) => some.Intersect(others)).ToHashSet();
            var words = WordChoice.Of(byFrequency, letters, count);
            if (words.Count == 0)
                passedOver.Add(set.Name);
            var random = new Random(Seed);
            scripts.AddRange(words.Select((word, i) => (set.Name, word, WordScript.Of(word, signers[i % signers.Count], random))));
        }
    }

    /// <summary>The names of the sets that were passed over.</summary>
    public IReadOnlyList<string> PassedOver => passedOver;

    /// <summary>How many frames there are to read.</summary>
    public int Frames => scripts.Sum(script => script.Shots.Count);

    /// <summary>Reads all words, on all cores at once, which changes no result.</summary>
    /// <param name="progress">Told the frames done so far, by one thread at a time.</param>
    /// <param name="stop">Stops between frames.</param>
    /// <exception cref="FingerspellException">A photograph cannot be read.</exception>
    public IReadOnlyList<SetWords> Read(Action<long>? progress = null, CancellationToken stop = default)
    {
        var words = new SpelledWord[scripts.Count];
        long done = 0;
        Lock counting = new();
        OnAllCores.Do(scripts.Count, i => words[i] = Read(scripts[i].Word, scripts[i].Shots, Advance, stop), stop);
        return [.. scripts.Zip(words).GroupBy(pair => pair.First.Set, pair => pair.Second).Select(set => new SetWords(set.Key, [.. set]))];

        void Advance()
        {
            lock (counting)
                progress?.Invoke(++done);
        }
    }

    /// <summary>The photographs of each signer by their letters. Those of nobody named are a signer's where nobody is named at all.</summary>
    static List<ILookup<char, TestPhoto>> SignersOf(TestSet set)
    {
        var signers = set.OfLetters.GroupBy(photo => photo.Box?.Signer).OrderBy(signer => signer.Key, StringComparer.Ordinal).ToList();
        return
        [
            .. signers.Where(signer => signer.Key is not null || signers.Count == 1)
                .Select(signer => signer.ToLookup(photo => Alphabet.LetterOf(photo.Label!.Value))),
        ];
    }

    SpelledWord Read(string word, IReadOnlyList<Shot> shots, Action advance, CancellationToken stop)
    {
        using var film = new WordFilm();
        var stream = recognizer.ForStream();
        var speller = new Speller();
        for (int i = 0; i < shots.Count; i++)
        {
            stop.ThrowIfCancellationRequested();
            using var frame = film.Show(shots[i]);
            speller.Add(TimeSpan.FromSeconds((double)i / WordScript.Rate), stream.Read(frame));
            advance();
        }
        return new(word, speller.Text.Trim(), speller.Suggestions);
    }
}
