using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Training.Data;
using Fingerspell.Training.Data.Photos;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using Fingerspell.Training.Tasks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Export;

/// <summary>How far a model file is from the network it was exported from.</summary>
/// <param name="Compared">Rows or photographs compared.</param>
/// <param name="Different">Those for which the file names a letter that the network finds less likely, or sees the hand elsewhere.</param>
/// <param name="LargestDifference">The largest difference between two logits, or between two scores or sides of boxes, which are fractions.</param>
public sealed record Parity(int Compared, int Different, double LargestDifference)
{
    /// <summary>The largest difference that rounding explains.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>The largest difference that rounding explains where weights are stored in half precision, each a 2,048th off at most.</summary>
    public const double HalfTolerance = 0.1;

    /// <summary>The share of answers that may be others where weights and values are rounded to eight bits, but one always may; numbers are then allowed to differ.</summary>
    public const double Int8Others = 0.01;

    /// <summary>Boxes that overlap less (IoU) lie elsewhere: the next look would be at something else.</summary>
    const double SamePlace = 0.7;

    /// <summary>Letters whose logits are closer than this, so that neither is a hundredth more probable, are as likely as each other.</summary>
    const float Tie = 0.01f;

    /// <summary>Whether the file is as near to its network as its precision allows.</summary>
    public bool Within(Precision precision) => precision switch
    {
        Precision.Int8 => Different <= Math.Max(1, Int8Others * Compared) && double.IsFinite(LargestDifference),
        Precision.Half => Different == 0 && LargestDifference <= HalfTolerance,
        _ => Different == 0 && LargestDifference <= Tolerance,
    };

    /// <summary>Compares the two on all rows of a split.</summary>
    /// <param name="network">The network.</param>
    /// <param name="model">What was exported from it.</param>
    /// <param name="split">The rows.</param>
    public static Parity Of(Network network, LetterModel model, DatasetSplit split)
    {
        float[] ours = Predictor.Logits(network, split, model.Metadata.Views), theirs = model.Logits(LetterCrops.RowsOf(split, network.Side));
        double largest = 0;
        int different = 0;
        for (int row = 0; row < split.Count; row++)
        {
            var a = Row(ours, row);
            var b = Row(theirs, row);
            if (IsOther(a, b))
                different++;
            for (int i = 0; i < a.Length; i++)
                largest = Math.Max(largest, Math.Abs(a[i] - b[i]));     // NaN stays NaN, and holds nothing
        }
        return new Parity(split.Count, different, largest);
    }

    /// <summary>Compares a hand finder and its model on a first look at photographs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="model">What was exported from it.</param>
    /// <param name="photos">The photographs.</param>
    public static Parity Of(Network network, HandModel model, IReadOnlyList<TrainingPhoto> photos)
    {
        double largest = 0;
        int different = 0;
        foreach (var photo in photos)
        {
            using var frame = Frame.Load(photo.Path);
            var window = Window.Around(frame.Bounds);
            using var scope = NewDisposeScope();
            float[] output = Predictor.Outputs(network, tensor(window.Cut(frame, model.Size), [1, 3, model.Size, model.Size], ScalarType.Byte));
            var (ours, theirs) = (HandSighting.Read(output, model.Size / HandModel.CellSize), model.Look(frame, window));
            double furthest = new[]
            {
                ours.Box.Left - theirs.Box.Left, ours.Box.Top - theirs.Box.Top, ours.Box.Right - theirs.Box.Right, ours.Box.Bottom - theirs.Box.Bottom,
            }.Max(Math.Abs);
            if (!(OverlapOf(window.ToFrame(ours.Box, frame.Bounds), window.ToFrame(theirs.Box, frame.Bounds)) >= SamePlace))
                different++;
            largest = Math.Max(largest, Math.Max(furthest, Math.Abs(ours.Score - theirs.Score)));
        }
        return new Parity(photos.Count, different, largest);

        static double OverlapOf(Box? ours, Box? theirs) => ours is { } one && theirs is { } other ? one.Overlap(other) : ours == theirs ? 1 : 0;
    }

    static ReadOnlySpan<float> Row(float[] logits, int row) => logits.AsSpan(row * Alphabet.LabelCount, Alphabet.LabelCount);

    /// <summary>Whether a file's logits name a letter that the network's say is less likely than its own.</summary>
    internal static bool IsOther(ReadOnlySpan<float> network, ReadOnlySpan<float> file) => !(network[Largest(network)] - network[Largest(file)] <= Tie);

    static int Largest(ReadOnlySpan<float> logits) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax(logits);
}
