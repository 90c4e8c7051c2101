using Fingerspell.Tests.Shared;
using Fingerspell.Training.Export;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Fingerspell.Training.Tests.Export;

public sealed class OnnxModelTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Convolution_batch_norm_relu_pool_and_gemm_run_as_computed_by_hand()
    {
        var model = new OnnxModel("small");
        string x = model.Input("pixels", OnnxType.UInt8, -1, 1, 2, 2);
        x = model.Node("Cast", [x], OnnxAttribute.Int("to", (long)OnnxType.Float));
        // A 1×1 kernel that doubles and subtracts 1, padded by one: the border is 0·2 − 1 = −1.
        string kernel = model.Initializer("kernel", [2f], 1, 1, 1, 1), shift = model.Initializer("shift", [-1f], 1);
        x = model.Node("Conv", [x, kernel, shift], OnnxAttribute.Ints("pads", 1, 1, 1, 1));
        // (x − 1) / √(3.75 + 0.25) · 4 + 0.5 = 2x − 1.5
        string[] norm =
        [
            model.Initializer("gamma", [4f], 1), model.Initializer("beta", [0.5f], 1),
            model.Initializer("mean", [1f], 1), model.Initializer("variance", [3.75f], 1),
        ];
        x = model.Node("BatchNormalization", [x, .. norm], OnnxAttribute.Float("epsilon", 0.25f));
        x = model.Node("Relu", [x]);
        x = model.Node("MaxPool", [x], OnnxAttribute.Ints("kernel_shape", 2, 2), OnnxAttribute.Ints("strides", 2, 2),
            OnnxAttribute.String("auto_pad", "SAME_UPPER"));
        x = model.Node("Flatten", [x]);
        string weight = model.Initializer("weight", [1f, 10, 100, 1000, 1, 1, 1, 1], 2, 4), bias = model.Initializer("bias", [0f, 0.5f], 2);
        x = model.Node("Gemm", [x, weight, bias], "logits", OnnxAttribute.Int("transB", 1));
        model.Output(x, OnnxType.Float, -1, 2);

        string path = folder["small.onnx"];
        model.Save(path);
        using var session = new InferenceSession(path);
        using var results = session.Run([NamedOnnxValue.CreateFromTensor("pixels", new DenseTensor<byte>(new byte[] { 1, 2, 3, 4, 0, 0, 0, 10 }, [2, 1, 2, 2]))]);

        // Each of the four pixels p is alone in its pool: relu(2(2p − 1) − 1.5) = relu(4p − 3.5).
        Assert.Equal([0.5f + 45 + 850 + 12500, 0.5f + 4.5f + 8.5f + 12.5f + 0.5f, 36500, 37], results[0].AsEnumerable<float>());
    }

    [Fact]
    public void The_operators_of_standardising_run()
    {
        var model = new OnnxModel("standardise");
        string x = model.Node("Cast", [model.Input("pixels", OnnxType.UInt8, -1, 1, 1, 4)], OnnxAttribute.Int("to", (long)OnnxType.Float));
        string mean = model.Node("ReduceMean", [x], OnnxAttribute.Ints("axes", 1, 2, 3));
        string centred = model.Node("Sub", [x, mean]);
        string variance = model.Node("ReduceMean", [model.Node("Mul", [centred, centred])], OnnxAttribute.Ints("axes", 1, 2, 3));
        string deviation = model.Node("Sqrt", [model.Node("Add", [variance, model.Initializer("tiny", [1e-7f])])]);
        x = model.Node("Div", [centred, deviation]);
        string pooled = model.Node("GlobalAveragePool", [x]);
        model.Output(x, OnnxType.Float, -1, 1, 1, 4);
        model.Output(pooled, OnnxType.Float, -1, 1, 1, 1);

        using var session = new InferenceSession(model.ToArray());
        using var results = session.Run([NamedOnnxValue.CreateFromTensor("pixels", new DenseTensor<byte>(new byte[] { 10, 10, 30, 30 }, [1, 1, 1, 4]))]);
        Assert.Equal([-1, -1, 1, 1], results[0].AsEnumerable<float>(), (a, b) => Math.Abs(a - b) < 1e-5f);
        Assert.Equal([0], results[1].AsEnumerable<float>(), (a, b) => Math.Abs(a - b) < 1e-5f);
    }

    [Fact]
    public void Names_shapes_types_and_metadata_are_in_the_file()
    {
        var model = new OnnxModel("shapes") { Metadata = { ["a.key"] = "größe", ["b"] = "" } };
        string shape = model.Initializer("shape", [0L, -1], 2);
        model.Node("Reshape", [model.Input("pixels", OnnxType.UInt8, -1, 1, 8, 4), shape], "flat");
        model.Output("flat", OnnxType.UInt8, -1, 32);

        using var session = new InferenceSession(model.ToArray());
        Assert.Equal([-1, 1, 8, 4], session.InputMetadata["pixels"].Dimensions);
        Assert.Equal("N", session.InputMetadata["pixels"].SymbolicDimensions[0]);
        Assert.Equal(typeof(byte), session.InputMetadata["pixels"].ElementType);
        Assert.Equal([-1, 32], session.OutputMetadata["flat"].Dimensions);
        Assert.Equal("größe", session.ModelMetadata.CustomMetadataMap["a.key"]);
        Assert.Equal("", session.ModelMetadata.CustomMetadataMap["b"]);
        Assert.Equal("shapes", session.ModelMetadata.GraphName);
    }

    [Fact]
    public void The_same_model_has_the_same_bytes()
    {
        static byte[] Build()
        {
            var model = new OnnxModel("same") { Metadata = { ["b"] = "2", ["a"] = "1" } };
            model.Output(model.Node("Relu", [model.Input("x", OnnxType.Float, 1)]), OnnxType.Float, 1);
            return model.ToArray();
        }
        Assert.Equal(Build(), Build());
    }

    [Fact]
    public void A_shape_that_does_not_fit_the_values_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new OnnxModel("x").Initializer("w", [1f, 2, 3], 2, 2));
        Assert.StartsWith("w has 3 values, not [2, 2]", error.Message, StringComparison.Ordinal);
    }
}
