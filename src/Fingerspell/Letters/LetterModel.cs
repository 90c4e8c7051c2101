using System.Runtime.InteropServices;
using Fingerspell.Imaging;
using Microsoft.ML.OnnxRuntime;

namespace Fingerspell.Letters;

/// <summary>
/// A trained network that names the letter in a crop, read from one ONNX file. Any number of threads may classify with
/// one model at once.
/// </summary>
public sealed class LetterModel : IDisposable
{
    const int RowsPerBatch = 256;

    readonly InferenceSession session;
    bool disposed;

    internal LetterModel(InferenceSession session, LetterModelMetadata metadata)
    {
        this.session = session;
        Metadata = metadata;
    }

    /// <summary>The version of ONNX Runtime, which computes the networks; asking loads its native library.</summary>
    public static string RuntimeVersion => LetterModelFile.RuntimeVersion;

    /// <summary>What the file says of itself.</summary>
    public LetterModelMetadata Metadata { get; }

    /// <summary>Width and height of the crops that it reads, in pixels.</summary>
    public int Size => Metadata.Size;

    /// <summary>Reads and checks a letter model.</summary>
    /// <param name="path">An ONNX file as <c>fingerspell export</c> writes it.</param>
    /// <param name="threads">Threads for each call; 0 leaves it to ONNX Runtime, which takes one a core.</param>
    /// <exception cref="FingerspellException">The file is missing, damaged, or not a letter model.</exception>
    public static LetterModel Load(string path, int threads = 0) => LetterModelFile.Load(path, threads);

    /// <summary>Reads the model that is shipped with the program: <c>models/letters.onnx</c> beside it.</summary>
    /// <param name="threads">See <see cref="Load"/>.</param>
    /// <exception cref="FingerspellException">The file is missing or damaged.</exception>
    public static LetterModel LoadShipped(int threads = 0) =>
        Load(Path.Combine(AppContext.BaseDirectory, "models", "letters.onnx"), threads);

    /// <summary>The letters that a crop may show, all 24, the most probable first.</summary>
    /// <param name="crop">A crop of this model's <see cref="Size"/>.</param>
    /// <exception cref="ArgumentException">The crop has another size.</exception>
    public IReadOnlyList<LetterCandidate> Classify(GrayCrop crop)
    {
        if (crop.Size != Size)
            throw new ArgumentException($"the model reads crops of {Size}×{Size} pixels, not {crop.Size}×{crop.Size}", nameof(crop));
        float[] probabilities = Probabilities(crop.Pixels);
        return
        [
            .. Enumerable.Range(0, Alphabet.LabelCount)
                .Where(Alphabet.IsStatic)
                .Select(label => new LetterCandidate(Alphabet.LetterOf(label), probabilities[label]))
                .OrderByDescending(candidate => candidate.Confidence),
        ];
    }

    /// <summary>The probability of each dataset label for many crops: softmax(logits / temperature).</summary>
    /// <param name="pixels">Crops one after the other, <see cref="Size"/>² bytes each.</param>
    /// <param name="progress">Told how many crops are done, after each batch.</param>
    /// <returns><see cref="Alphabet.LabelCount"/> numbers a crop, which add up to 1.</returns>
    /// <exception cref="ArgumentException">The last crop is not whole.</exception>
    public float[] Probabilities(ReadOnlyMemory<byte> pixels, Action<long>? progress = null)
    {
        float[] values = Logits(pixels, progress);
        for (int i = 0; i < values.Length; i += Alphabet.LabelCount)
            Softmax.Apply(values.AsSpan(i, Alphabet.LabelCount), Metadata.Temperature);
        return values;
    }

    /// <summary>What the network says of each dataset label for many crops, before any scaling.</summary>
    /// <param name="pixels">See <see cref="Probabilities"/>.</param>
    /// <param name="progress">See <see cref="Probabilities"/>.</param>
    /// <returns><see cref="Alphabet.LabelCount"/> numbers a crop.</returns>
    /// <exception cref="ArgumentException">The last crop is not whole.</exception>
    /// <exception cref="FingerspellException">The network computes what is not a number.</exception>
    public float[] Logits(ReadOnlyMemory<byte> pixels, Action<long>? progress = null)
    {
        // ONNX Runtime does not check, and would end the process.
        ObjectDisposedException.ThrowIf(disposed, this);
        int pixelsPerCrop = Size * Size, count = pixels.Length / pixelsPerCrop;
        if (count * pixelsPerCrop != pixels.Length)
            throw new ArgumentException($"{pixels.Length} bytes are not crops of {pixelsPerCrop} each", nameof(pixels));
        var logits = new float[count * Alphabet.LabelCount];
        for (int done = 0; done < count;)
        {
            int rows = Math.Min(RowsPerBatch, count - done);
            Run(pixels.Slice(done * pixelsPerCrop, rows * pixelsPerCrop), logits.AsMemory(done * Alphabet.LabelCount, rows * Alphabet.LabelCount), rows);
            done += rows;
            progress?.Invoke(done);
        }
        return logits;
    }

    /// <summary>Gives the network's memory back.</summary>
    public void Dispose()
    {
        disposed = true;
        session.Dispose();
    }

    void Run(ReadOnlyMemory<byte> pixels, Memory<float> logits, int rows)
    {
        // ONNX Runtime reads and writes our memory in place.
        using var input = OrtValue.CreateTensorValueFromMemory(
            OrtMemoryInfo.DefaultInstance, MemoryMarshal.AsMemory(pixels), [rows, 1, Size, Size]);
        using var output = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, logits, [rows, Alphabet.LabelCount]);
        using var options = new RunOptions();
        session.Run(options, [LetterModelFile.Input], [input], [LetterModelFile.Output], [output]);
        foreach (float logit in logits.Span)
            if (!float.IsFinite(logit))
                throw new FingerspellException("the letter model computes what is not a number; train and export it again");
    }
}
