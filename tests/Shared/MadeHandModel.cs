using Fingerspell.Hands;
using Fingerspell.Training.Export;

namespace Fingerspell.Tests.Shared;

/// <summary>
/// A hand model made for tests, so simple that its answer is known: the hand is what is bright. Its box goes around all
/// pixels of the window above half brightness, and its score is 0.993 where there are any and 0.007 where there are none.
/// </summary>
public static class MadeHandModel
{
    public static HandModelMetadata Metadata { get; } = new("made", 160, Threshold: 0.5, "{}");

    /// <summary>Writes the model and returns its path.</summary>
    /// <param name="path">Where it shall be.</param>
    /// <param name="metadata">Null takes <see cref="Metadata"/>.</param>
    /// <param name="largestShare">Where more than this share of the window is bright, it sees no hand.</param>
    public static string Save(string path, HandModelMetadata? metadata = null, float largestShare = 1)
    {
        Build(metadata ?? Metadata, largestShare).Save(path);
        return path;
    }

    public static OnnxModel Build(HandModelMetadata metadata, float largestShare = 1)
    {
        int size = metadata.Size, grid = size / HandModel.CellSize;
        var model = new OnnxModel("made");
        foreach (var (key, value) in metadata.ToProperties())
            model.Metadata[key] = value;
        string pixels = model.Node("Cast", [model.Input("pixels", OnnxType.UInt8, -1, 3, size, size)], OnnxAttribute.Int("to", (long)OnnxType.Float));

        // 1 where a pixel is bright and 0 elsewhere: [N, 1, size, size].
        string gray = model.Node("ReduceMean", [pixels], OnnxAttribute.Ints("axes", 1));
        string bright = model.Node("Clip", [model.Node("Sub", [gray, Number("half", 127)]), Number("none", 0), Number("all", 1)]);
        string cells = model.Node("MaxPool", [bright],
            OnnxAttribute.Ints("kernel_shape", HandModel.CellSize, HandModel.CellSize), OnnxAttribute.Ints("strides", HandModel.CellSize, HandModel.CellSize));
        string logits = model.Node("Mul", [model.Node("Sub", [cells, Number("middle", 0.5f)]), Number("steepness", 10)]);

        string tooMuch = model.Node("Relu", [model.Node("Sub", [model.Node("GlobalAveragePool", [bright]), Number("share", largestShare)])]);
        logits = model.Node("Sub", [logits, model.Node("Mul", [tooMuch, Number("objection", 100)])]);

        // The bright pixels' first and last edge along an axis, from each cell's centre: [N, 1, grid, grid].
        float[] places = [.. Enumerable.Range(0, size).Select(i => (float)i / size)];
        string dark = model.Node("Sub", [Number("one", 1), bright]);
        string FromCentre(bool horizontal, bool first)
        {
            string name = $"{horizontal}_{first}";
            long[] along = horizontal ? [1, 1, 1, size] : [1, 1, size, 1];
            string place = model.Initializer("place_" + name, first ? places : [.. places.Select(p => p + 1f / size)], along);
            string centre = model.Initializer("centre_" + name,
                [.. Enumerable.Range(0, grid * grid).Select(i => ((horizontal ? i % grid : i / grid) + 0.5f) / grid)], 1, 1, grid, grid);
            // A dark pixel is put out of the way.
            string edge = first
                ? model.Node("ReduceMin", [model.Node("Add", [place, dark])], OnnxAttribute.Ints("axes", 2, 3))
                : model.Node("ReduceMax", [model.Node("Sub", [place, dark])], OnnxAttribute.Ints("axes", 2, 3));
            return first ? model.Node("Sub", [centre, edge]) : model.Node("Sub", [edge, centre]);
        }
        model.Node("Concat",
            [logits, FromCentre(true, true), FromCentre(false, true), FromCentre(true, false), FromCentre(false, false)],
            "hands", OnnxAttribute.Int("axis", 1));
        model.Output("hands", OnnxType.Float, -1, 5, grid, grid);
        return model;

        string Number(string name, float value) => model.Initializer(name, [value]);
    }
}
