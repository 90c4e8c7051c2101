using Fingerspell.Spelling;

namespace Fingerspell.Training.Evaluation.Clips;

/// <summary>What was read in a film.</summary>
/// <param name="Name">The film's name.</param>
/// <param name="Letter">The letter that is signed in it; null where it is many, or none.</param>
/// <param name="Seconds">How long it is.</param>
/// <param name="HandFound">The share of its frames in which a hand was found, 0–1.</param>
/// <param name="Text">What was typed.</param>
public sealed record FilmReading(string Name, char? Letter, double Seconds, double HandFound, string Text)
{
    /// <summary>How many J were typed that were not signed.</summary>
    public int FalseJs => False('J');

    /// <summary>How many Z were typed that were not signed.</summary>
    public int FalseZs => False('Z');

    /// <summary>Whether the text is the letter and nothing else.</summary>
    public bool IsRead => Letter is { } letter && Text.Trim() == letter.ToString();

    /// <summary>Reads films as a camera is read, on all cores at once, which changes no result.</summary>
    /// <param name="recognizer">Reads the frames.</param>
    /// <param name="films">The films.</param>
    /// <param name="progress">Told the films done so far, by one thread at a time.</param>
    /// <param name="stop">Stops between frames.</param>
    /// <exception cref="FingerspellException">A film cannot be read.</exception>
    public static IReadOnlyList<FilmReading> Of(
        Recognizer recognizer, IReadOnlyList<Film> films, Action<long>? progress = null, CancellationToken stop = default)
    {
        var readings = new FilmReading[films.Count];
        long done = 0;
        Lock counting = new();
        OnAllCores.Do(films.Count, i =>
        {
            readings[i] = Of(recognizer, films[i], stop);
            lock (counting)
                progress?.Invoke(++done);
        }, stop);
        return readings;
    }

    static FilmReading Of(Recognizer recognizer, Film film, CancellationToken stop)
    {
        using var frames = film.Open();
        var stream = recognizer.ForStream();
        var speller = new Speller(new SpellerOptions { Lexicon = null });
        int count = 0, found = 0;
        var last = TimeSpan.Zero;
        while (frames.Next() is { } next)
        {
            stop.ThrowIfCancellationRequested();
            using var frame = next.Frame;
            var reading = stream.Read(frame);
            speller.Add(next.Time, reading);
            last = next.Time;
            count++;
            found += reading.Box is null ? 0 : 1;
        }
        // By the frames' own times: a browser's recording has another rate than it says.
        double seconds = count == 0 ? 0 : last.TotalSeconds + 1 / frames.FramesPerSecond;
        return new(film.Name, film.Letter, seconds, count == 0 ? 0 : (double)found / count, speller.Text);
    }

    int False(char letter) => Math.Max(0, Text.Count(typed => typed == letter) - (Letter == letter ? 1 : 0));
}
