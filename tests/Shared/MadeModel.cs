using Fingerspell.Letters;
using Fingerspell.Training.Export;

namespace Fingerspell.Tests.Shared;

/// <summary>
/// A letter model made for tests, so simple that its answer is known: it looks at the crop's mean brightness, and the
/// darkest twenty-fifth of grey reads as A, the next as B, and so on to Y.
/// </summary>
public static class MadeModel
{
    public static LetterModelMetadata Metadata { get; } =
        new("made", 28, Normalisation.Unit, Temperature: 1, Threshold: 0.5, "{}");

    /// <summary>The grey level that the model reads as a letter.</summary>
    public static byte GrayOf(char letter) => (byte)Math.Round((Alphabet.LabelOf(letter) + 0.5) * 255 / Alphabet.LabelCount);

    /// <summary>Writes the model and returns its path.</summary>
    public static string Save(string path, LetterModelMetadata? metadata = null)
    {
        Build(metadata ?? Metadata).Save(path);
        return path;
    }

    /// <summary>Logit of label k: −2000 (m − c)² with m the mean and c the middle of its share, less what all have in common.</summary>
    public static OnnxModel Build(LetterModelMetadata metadata)
    {
        var model = new OnnxModel("made");
        foreach (var (key, value) in metadata.ToProperties())
            model.Metadata[key] = value;
        string x = model.Input("pixels", OnnxType.UInt8, -1, 1, metadata.Size, metadata.Size);
        x = model.Node("Cast", [x], OnnxAttribute.Int("to", (long)OnnxType.Float));
        x = model.Node("Mul", [x, model.Initializer("scale", [1 / 255f])]);
        x = model.Node("Flatten", [model.Node("GlobalAveragePool", [x])]);
        float[] middles = [.. Enumerable.Range(0, Alphabet.LabelCount).Select(k => (k + 0.5f) / Alphabet.LabelCount)];
        string weight = model.Initializer("weight", [.. middles.Select(c => 4000 * c)], Alphabet.LabelCount, 1);
        string bias = model.Initializer("bias", [.. middles.Select(c => -2000 * c * c)], Alphabet.LabelCount);
        model.Node("Gemm", [x, weight, bias], "logits", OnnxAttribute.Int("transB", 1));
        model.Output("logits", OnnxType.Float, -1, Alphabet.LabelCount);
        return model;
    }
}
