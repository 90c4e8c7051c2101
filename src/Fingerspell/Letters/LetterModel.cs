using System.Buffers;
using Fingerspell.Imaging;
using Fingerspell.Models;

namespace Fingerspell.Letters;

/// <summary>
/// A trained network that names the letter in a crop, read from one ONNX file. Any number of threads may classify with
/// one model at once.
/// </summary>
public sealed class LetterModel : IDisposable
{
    /// <summary>What the file calls the crops it takes, grey 0–255, batch × 1 × size × size bytes.</summary>
    public const string InputName = "pixels";

    /// <summary>What the file calls its output, batch × <see cref="Alphabet.LabelCount"/> numbers.</summary>
    public const string OutputName = "logits";

    /// <summary>How many crops are best computed at once: larger batches are no faster and take memory for every layer of every crop.</summary>
    public const int CropsPerBatch = 32;

    readonly ModelSession session;

    LetterModel(ModelSession session, LetterModelMetadata metadata)
    {
        this.session = session;
        Metadata = metadata;
    }

    /// <summary>The version of ONNX Runtime, which computes the networks; asking loads its native library.</summary>
    public static string RuntimeVersion => ModelSession.RuntimeVersion;

    /// <summary>Where the model that is shipped with the program is: <c>models/letters.onnx</c> beside it.</summary>
    public static string ShippedPath => ModelKind.Letters.ShippedPath;

    /// <summary>What the file says of itself.</summary>
    public LetterModelMetadata Metadata { get; }

    /// <summary>Width and height of the crops that it reads, in pixels.</summary>
    public int Size => Metadata.Size;

    /// <summary>Reads and checks a letter model.</summary>
    /// <param name="path">An ONNX file as <c>fingerspell export</c> writes it.</param>
    /// <param name="threads">Threads for each call; 0 leaves it to ONNX Runtime, which takes one a core.</param>
    /// <exception cref="FingerspellException">The file is missing, damaged, or not a letter model.</exception>
    public static LetterModel Load(string path, int threads = 0) => ModelSession.Open(path, ModelKind.Letters, threads, session =>
    {
        var metadata = LetterModelMetadata.Parse(session.Properties, path);
        session.Require(
            InputName, [-1, 1, metadata.Size, metadata.Size], // normalisation is inside of the graph
            OutputName, [-1, Alphabet.LabelCount]);
        return new LetterModel(session, metadata);
    });

    /// <summary>Reads the model that is shipped with the program: <c>models/letters.onnx</c> beside it.</summary>
    /// <param name="threads">See <see cref="Load"/>.</param>
    /// <exception cref="FingerspellException">The file is missing or damaged.</exception>
    public static LetterModel LoadShipped(int threads = 0) => Load(ShippedPath, threads);

    /// <summary>
    /// The letters that a crop may show, all 24, the most probable first. Together they are as probable as that it shows a
    /// signing hand at all.
    /// </summary>
    /// <param name="crop">A crop of this model's <see cref="Size"/>.</param>
    /// <param name="found">How probable the hand finder thinks a hand there, 0–1.</param>
    /// <exception cref="ArgumentException">The crop has another size, or the probability is none.</exception>
    /// <exception cref="FingerspellException">The network fails, or computes what is not a number.</exception>
    public IReadOnlyList<LetterCandidate> Classify(GrayCrop crop, double found = 1)
    {
        Probability.Require(found, nameof(found));
        if (crop.Size != Size)
            throw new ArgumentException($"the model reads crops of {Size}×{Size} pixels, not {crop.Size}×{crop.Size}", nameof(crop));
        float[] probabilities = Logits(crop.Pixels);
        Weigh(probabilities, found);
        return
        [
            .. Enumerable.Range(0, Alphabet.LabelCount)
                .Where(Alphabet.IsStatic)
                .Select(label => new LetterCandidate(Alphabet.LetterOf(label), probabilities[label]))
                .OrderByDescending(candidate => candidate.Confidence),
        ];
    }

    /// <summary>
    /// The probability of each dataset label for many crops: softmax(logits / temperature), times the probability that there is
    /// a signing hand where the model tells, see <see cref="LetterModelMetadata.SignOdds"/>.
    /// </summary>
    /// <param name="pixels">Crops one after the other, <see cref="Size"/>² bytes each.</param>
    /// <param name="progress">Told how many crops are done, after each batch.</param>
    /// <returns><see cref="Alphabet.LabelCount"/> numbers a crop, which add up to 1 at most.</returns>
    /// <exception cref="ArgumentException">The last crop is not whole.</exception>
    /// <exception cref="FingerspellException">The network fails, or computes what is not a number.</exception>
    public float[] Probabilities(ReadOnlyMemory<byte> pixels, Action<long>? progress = null)
    {
        float[] values = Logits(pixels, progress);
        for (int i = 0; i < values.Length; i += Alphabet.LabelCount)
            Weigh(values.AsSpan(i, Alphabet.LabelCount), found: 1);
        return values;
    }

    /// <summary>Replaces a crop's logits by probabilities, see <see cref="Probabilities"/>.</summary>
    void Weigh(Span<float> logits, double found)
    {
        double isSign = Metadata.SignOdds is { } odds ? odds.Probability(SignOdds.UnevennessOf(logits), found) : found;
        Softmax.ApplyToLetters(logits, Metadata.Temperature);
        foreach (ref float probability in logits)
            probability = (float)(probability * isSign);
    }

    /// <summary>
    /// What the network says of each dataset label for many crops, before any scaling: the mean over the model's views,
    /// see <see cref="LetterModelMetadata.Views"/>.
    /// </summary>
    /// <param name="pixels">See <see cref="Probabilities"/>.</param>
    /// <param name="progress">See <see cref="Probabilities"/>.</param>
    /// <returns><see cref="Alphabet.LabelCount"/> numbers a crop.</returns>
    /// <exception cref="ArgumentException">The last crop is not whole.</exception>
    /// <exception cref="FingerspellException">The network fails, or computes what is not a number.</exception>
    public float[] Logits(ReadOnlyMemory<byte> pixels, Action<long>? progress = null)
    {
        int pixelsPerCrop = Size * Size, count = CountOf(pixels);
        var logits = new float[count * Alphabet.LabelCount];
        for (int done = 0; done < count;)
        {
            int rows = Math.Min(CropsPerBatch, count - done);
            var batch = pixels.Slice(done * pixelsPerCrop, rows * pixelsPerCrop);
            var said = logits.AsMemory(done * Alphabet.LabelCount, rows * Alphabet.LabelCount);
            if (Metadata.Views == 1)
                Run(batch, said, rows);
            else
                RunBothViews(batch, said, rows);
            done += rows;
            progress?.Invoke(done);
        }
        return logits;
    }

    /// <summary>
    /// What the file's graph computes for crops, and nothing else: one look at each, as any program that runs ONNX files
    /// would answer.
    /// </summary>
    /// <param name="pixels">See <see cref="Probabilities"/>.</param>
    /// <returns><see cref="Alphabet.LabelCount"/> numbers a crop.</returns>
    /// <exception cref="ArgumentException">The last crop is not whole.</exception>
    /// <exception cref="FingerspellException">The network fails, or computes what is not a number.</exception>
    public float[] Infer(ReadOnlyMemory<byte> pixels)
    {
        float[] logits = new float[CountOf(pixels) * Alphabet.LabelCount];
        Run(pixels, logits, CountOf(pixels));
        return logits;
    }

    /// <summary>Gives the network's memory back.</summary>
    public void Dispose() => session.Dispose();

    /// <summary>
    /// A right hand's sign in a mirror is the left hand's, so both views have the same letter. One batch of both costs less
    /// than two.
    /// </summary>
    void RunBothViews(ReadOnlyMemory<byte> pixels, Memory<float> logits, int rows)
    {
        byte[] both = ArrayPool<byte>.Shared.Rent(2 * pixels.Length);
        float[] said = ArrayPool<float>.Shared.Rent(2 * logits.Length);
        try
        {
            pixels.Span.CopyTo(both);
            GrayCrop.Mirror(pixels.Span, both.AsSpan(pixels.Length, pixels.Length), Size);
            Run(both.AsMemory(0, 2 * pixels.Length), said.AsMemory(0, 2 * logits.Length), 2 * rows);
            var mean = logits.Span;
            for (int i = 0; i < mean.Length; i++)
                mean[i] = (said[i] + said[mean.Length + i]) / 2;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(both);
            ArrayPool<float>.Shared.Return(said);
        }
    }

    int CountOf(ReadOnlyMemory<byte> pixels) => pixels.Length % (Size * Size) == 0
        ? pixels.Length / (Size * Size)
        : throw new ArgumentException($"{pixels.Length} bytes are not crops of {Size * Size} each", nameof(pixels));

    void Run(ReadOnlyMemory<byte> pixels, Memory<float> logits, int rows) =>
        session.Run(pixels, [rows, 1, Size, Size], logits, [rows, Alphabet.LabelCount]);
}
