using Fingerspell.Letters;
using Fingerspell.Training.Data;
using Fingerspell.Training.Networks;
using Fingerspell.Training.Tasks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Learning;

/// <summary>Runs a network over many pictures.</summary>
public static class Predictor
{
    const int BatchSize = 256;

    /// <summary>The logits of all rows of a split, 25 a row.</summary>
    /// <param name="network">A letter network; rows are made as large as it takes them.</param>
    /// <param name="split">The rows.</param>
    /// <param name="views">1, or 2 for the mean with what it says of the mirror images.</param>
    public static float[] Logits(Network network, DatasetSplit split, int views = 1)
    {
        using var scope = NewDisposeScope();
        return Outputs(network, tensor(LetterCrops.RowsOf(split, network.Side), [split.Count, 1, network.Side, network.Side], ScalarType.Byte), views);
    }

    /// <summary>The probabilities of all rows of a split, 25 a row, see <see cref="Logits"/> and <see cref="Probable"/>.</summary>
    public static float[] Probabilities(Network network, DatasetSplit split, int views = 1) => Probable(Logits(network, split, views));

    /// <summary>Replaces logits, 25 a crop, by probabilities, as reading does.</summary>
    internal static float[] Probable(float[] logits)
    {
        for (int first = 0; first < logits.Length; first += Alphabet.LabelCount)
            Softmax.ApplyToLetters(logits.AsSpan(first, Alphabet.LabelCount), temperature: 1);
        return logits;
    }

    /// <summary>What the network says of all pictures, one after the other.</summary>
    /// <param name="network">The network.</param>
    /// <param name="pixels">uint8 [n, channels, side, side].</param>
    /// <param name="views">See <see cref="Logits"/>.</param>
    internal static float[] Outputs(Network network, Tensor pixels, int views = 1)
    {
        List<float> all = new((int)pixels.shape[0] * Alphabet.LabelCount);
        EachBatch(network, pixels, views, (_, output) => all.AddRange(output.contiguous().data<float>()));
        return [.. all];
    }

    /// <summary>Mean cross-entropy and accuracy over all crops.</summary>
    /// <param name="network">A letter network.</param>
    /// <param name="pixels">uint8 [n, 1, side, side].</param>
    /// <param name="labels">int64 [n].</param>
    /// <param name="views">See <see cref="Logits"/>.</param>
    internal static (double Loss, double Accuracy) Measure(Network network, Tensor pixels, Tensor labels, int views = 1)
    {
        double loss = 0, correct = 0;
        EachBatch(network, pixels, views, (start, logits) =>
        {
            var right = labels.narrow(0, start, logits.shape[0]);
            loss += Loss.Of(logits, right, smoothing: 0).item<float>() * logits.shape[0];
            correct += logits.argmax(1).eq(right).sum().item<long>();
        });
        return (loss / labels.shape[0], correct / labels.shape[0]);
    }

    static void EachBatch(Network network, Tensor pixels, int views, Action<long, Tensor> use)
    {
        network.eval();
        using var quick = inference_mode();
        for (long start = 0; start < pixels.shape[0]; start += BatchSize)
        {
            using var scope = NewDisposeScope();
            var batch = pixels.narrow(0, start, Math.Min(BatchSize, pixels.shape[0] - start)).to(ScalarType.Float32);
            var output = network.call(batch);
            use(start, views == 1 ? output : output.Plus(network.call(batch.flip(3))).Times(0.5));
        }
    }
}
