using Fingerspell.Letters;
using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Export;

/// <summary>Writes a trained network as the model file that reading uses.</summary>
/// <remarks>
/// The graph takes bare levels (<c>pixels</c>, uint8 [N, channels, side, side]), normalisation is part of it. A letter
/// network gives <c>logits</c> (float32 [N, 25]), a hand finder <c>hands</c> (float32 [N, 5, side / 8, side / 8]).
/// </remarks>
public sealed class NetworkExporter
{
    readonly OnnxModel model;
    readonly ExportOptions options;
    readonly EightBitGraph? eightBits;
    int tensors;

    NetworkExporter(OnnxModel model, ExportOptions options, EightBitGraph? eightBits)
    {
        this.model = model;
        this.options = options;
        this.eightBits = eightBits;
    }

    /// <summary>Writes the model file.</summary>
    /// <param name="path">Where it shall stand.</param>
    /// <param name="network">The network, trained.</param>
    /// <param name="metadata">What the file says of itself.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="calibration">
    /// Pictures to see by what eight bits have to tell apart, uint8 [n, channels, side, side], see <see cref="CalibrationPictures"/>; null with another precision.
    /// </param>
    /// <exception cref="ArgumentException">Eight bits and no such pictures, or the other way round.</exception>
    /// <exception cref="FingerspellException">Nothing of the network can be computed in eight bits, or the place cannot be written to.</exception>
    public static void Write(string path, Network network, IReadOnlyDictionary<string, string> metadata, ExportOptions options, Tensor? calibration = null)
    {
        if ((options.Precision == Precision.Int8) != calibration is not null)
            throw new ArgumentException($"{options.Precision} precision with{(calibration is null ? "out" : "")} pictures to see by what eight bits have to tell apart", nameof(calibration));
        network.eval();
        var model = new OnnxModel(network.Name);
        var exporter = new NetworkExporter(model, options, calibration is null ? null : new EightBitGraph(model, ActivationRanges.Of(network, calibration)));
        string values = model.Input("pixels", OnnxType.UInt8, -1, network.Channels, network.Side, network.Side);
        values = exporter.Normalise(values, network.Normalisation);
        values = exporter.AddAll(network.Layers, values);
        long[] shape = network.OutputShape;
        string output = shape.Length == 1 ? "logits" : "hands";
        model.Node("Identity", [values], output);
        model.Output(output, OnnxType.Float, [-1, .. shape]);
        foreach (var (key, value) in metadata)
            model.Metadata[key] = value;
        model.Save(path);
    }

    string Normalise(string pixels, Normalisation normalisation)
    {
        string values = model.Node("Cast", [pixels], OnnxAttribute.Int("to", (long)OnnxType.Float));
        if (normalisation == Normalisation.Unit)
            return model.Node("Div", [values, Constant("grey_levels", 255)]);
        string centred = model.Node("Sub", [values, MeanOf(values)]);
        string variance = MeanOf(model.Node("Mul", [centred, centred]));
        string floored = model.Node("Add", [variance, Constant("variance_floor", Networks.Normalise.VarianceFloor)]);
        return model.Node("Div", [centred, model.Node("Sqrt", [floored])]);
    }

    string MeanOf(string values) => model.Node("ReduceMean", [values], OnnxAttribute.Ints("axes", 2, 3));

    string AddAll(IEnumerable<Layer> layers, string x) => layers.Aggregate(x, (values, layer) => Add(layer, values));

    string Add(Layer layer, string x) => layer switch
    {
        Conv2D convolution => Convolve(convolution, x, Numbers(convolution.Weight), convolution.Bias is { } bias ? Numbers(bias) : null),
        BatchNormalization normalisation => BatchNormalise(normalisation, x),
        ConvBatchNormalization pair => Finish(pair, pair.HasRelu, options.Fold
            ? Folded(pair, x)
            : Add(pair.Normalisation, Add(pair.Convolution, x))),
        ResidualBlock block => Finish(block, relu: true, model.Node("Add",
            [Add(block.Second, Add(block.First, x)), block.Shortcut is { } shortcut ? Add(shortcut, x) : x])),
        CoarseContext context => Finish(context, relu: true, model.Node("Add", [x, TwiceAsLarge(AddAll(context.Steps, x))])),
        HandShapeAside aside => model.Node("Mul", [AddAll(aside.Rest, x), WeightOf(aside, x)]),
        MaxPool2D => model.Node("MaxPool", [x], OnnxAttribute.Ints("kernel_shape", 2, 2), OnnxAttribute.Ints("strides", 2, 2),
            OnnxAttribute.Int("ceil_mode", 1)),
        GlobalAveragePooling2D => model.Node("Flatten", [model.Node("GlobalAveragePool", [x])]),
        Ensemble ensemble => model.Node("Mean", [.. ensemble.Members.Select(member => AddAll(member.Layers, x))]),
        Dropout => x,
        Flatten => model.Node("Flatten", [x]),
        Dense dense => ReluIf(dense.HasRelu, model.Node("Gemm",
            [x, Initializer("weight", Numbers(dense.Weight), dense.Weight.shape), Initializer("bias", Numbers(dense.Bias), dense.Bias.shape)],
            OnnxAttribute.Int("transB", 1))),
        _ => throw new NotSupportedException($"no ONNX nodes are known for the layer {layer.Kind}"),
    };

    /// <summary>What the letters are multiplied by: [N, 1], see <see cref="HandShapeAside"/>.</summary>
    string WeightOf(HandShapeAside aside, string x)
    {
        string surest = model.Node("GlobalMaxPool", [model.Node("Sigmoid", [Add(aside.Shape, x)])]);
        string twice = model.Node("Mul", [surest, surest]);
        return model.Node("Flatten", [model.Node("Mul", [twice, twice])]);
    }

    /// <summary>Each pixel becomes four: the region of interest, which only cropping needs, is left empty.</summary>
    string TwiceAsLarge(string x)
    {
        string large = model.Node("Resize", [x, "", model.Initializer($"scales_{++tensors}", [1f, 1, 2, 2], 4)],
            OnnxAttribute.String("mode", "nearest"), OnnxAttribute.String("coordinate_transformation_mode", "asymmetric"),
            OnnxAttribute.String("nearest_mode", "floor"));
        return eightBits?.RoundLike(x, large) ?? large;
    }

    string Convolve(Conv2D convolution, string x, float[] weight, float[]? bias)
    {
        long[] shape = convolution.Weight.shape;
        string kernels = Initializer("weight", weight, shape);
        return Convolve(convolution, bias is null ? [x, kernels] : [x, kernels, Initializer("bias", bias, shape[0])]);
    }

    string Convolve(Conv2D convolution, string[] inputs)
    {
        long[] shape = convolution.Weight.shape;
        int pad = convolution.Padding;
        return ReluIf(convolution.HasRelu, model.Node("Conv", inputs,
            OnnxAttribute.Ints("kernel_shape", shape[2], shape[3]),
            OnnxAttribute.Ints("pads", pad, pad, pad, pad),
            OnnxAttribute.Ints("strides", convolution.Stride, convolution.Stride)));
    }

    string BatchNormalise(BatchNormalization normalisation, string x)
    {
        string Part(string name, Tensor values) => Initializer(name, Numbers(values), values.shape);
        return model.Node("BatchNormalization",
            [x, Part("scale", normalisation.Scale), Part("shift", normalisation.Shift), Part("mean", normalisation.Mean), Part("variance", normalisation.Variance)],
            OnnxAttribute.Float("epsilon", (float)normalisation.Epsilon));
    }

    /// <summary>One convolution in the place of two layers: weight·s and shift − mean·s, with s = scale / √(variance + ε).</summary>
    string Folded(ConvBatchNormalization pair, string x)
    {
        using var scope = NewDisposeScope();
        var normalisation = pair.Normalisation;
        var scale = normalisation.Scale / normalisation.Variance.Plus(normalisation.Epsilon).sqrt();
        float[] weight = Numbers(pair.Convolution.Weight * scale.view(-1, 1, 1, 1)), bias = Numbers(normalisation.Shift - normalisation.Mean * scale);
        return eightBits is not null && eightBits.IsRounded(x)
            ? Convolve(pair.Convolution, [x, .. eightBits.Convolution(x, weight, pair.Convolution.Weight.shape, bias)])
            : Convolve(pair.Convolution, x, weight, bias);
    }

    /// <summary>The end of a layer: a ReLU or none, and fewer bits where they are asked for.</summary>
    string Finish(Layer layer, bool relu, string x) => eightBits?.Round(x, layer, relu) ?? ReluIf(relu, x);

    string ReluIf(bool wanted, string x) => wanted ? model.Node("Relu", [x]) : x;

    string Constant(string name, float value) => model.Initializer(name, [value]);

    /// <summary>Weights; in half precision they become floats again when the file is opened.</summary>
    string Initializer(string name, float[] values, params long[] shape)
    {
        name = $"{name}_{++tensors}";
        if (options.Precision != Precision.Half)
            return model.Initializer(name, values, shape);
        return model.Node("Cast", [model.Initializer(name, Array.ConvertAll(values, value => (Half)value), shape)], OnnxAttribute.Int("to", (long)OnnxType.Float));
    }

    static float[] Numbers(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().contiguous().data<float>().ToArray();
    }
}
