using Fingerspell.Training.Data;
using Fingerspell.Training.Networks;
using Fingerspell.Training.Tasks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Learning;

/// <summary>Runs a network over many rows.</summary>
public static class Predictor
{
    const int BatchSize = 256;

    /// <summary>The logits of all rows of a split, 25 a row.</summary>
    public static float[] Logits(Network network, DatasetSplit split)
    {
        using var rows = new RowBatches(split);
        var logits = new float[split.Count * Alphabet.LabelCount];
        EachBatch(network, rows, (start, batch) =>
            batch.data<float>().CopyTo(logits, (int)start * Alphabet.LabelCount));
        return logits;
    }

    /// <summary>The probabilities of all rows of a split, 25 a row.</summary>
    public static float[] Probabilities(Network network, DatasetSplit split)
    {
        using var scope = NewDisposeScope();
        var logits = tensor(Logits(network, split), [split.Count, Alphabet.LabelCount]);
        return logits.softmax(1).data<float>().ToArray();
    }

    /// <summary>Mean cross-entropy and accuracy over all rows.</summary>
    internal static (double Loss, double Accuracy) Measure(Network network, RowBatches rows)
    {
        double loss = 0, correct = 0;
        EachBatch(network, rows, (start, logits) =>
        {
            var labels = rows.LabelsBetween(start, start + logits.shape[0]);
            loss += Loss.Of(logits, labels, smoothing: 0).item<float>() * logits.shape[0];
            correct += logits.argmax(1).eq(labels).sum().item<long>();
        });
        return (loss / rows.Rows, correct / rows.Rows);
    }

    static void EachBatch(Network network, RowBatches rows, Action<long, Tensor> use)
    {
        network.eval();
        using var quick = inference_mode();
        for (long start = 0; start < rows.Rows; start += BatchSize)
        {
            using var scope = NewDisposeScope();
            long end = Math.Min(start + BatchSize, rows.Rows);
            use(start, network.call(rows.CropsBetween(start, end)));
        }
    }
}
