using CsCheck;
using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Export;

namespace Fingerspell.Tests.Hands;

public sealed class HandModelTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_entries_are_those_of_the_contract_and_are_read_back()
    {
        var metadata = new HandModelMetadata("hand-finder", 160, 0.25, """{"seed":7}""");
        var properties = metadata.ToProperties();
        Assert.Equal(
            [
                ("fingerspell.format", "1"), ("fingerspell.kind", "hands"), ("fingerspell.network", "hand-finder"),
                ("fingerspell.provenance", """{"seed":7}"""), ("fingerspell.size", "160"), ("fingerspell.threshold", "0.25"),
            ],
            properties.Select(entry => (entry.Key, entry.Value)));
        Assert.Equal(metadata, HandModelMetadata.Parse(properties, "a.onnx"));
    }

    [Theory]
    [InlineData("kind", "letters", "not \"hands\"")]
    [InlineData("format", "2", "not \"1\"")]
    [InlineData("network", "", "not a name")]
    [InlineData("size", "1000", "not a whole number 8–512")]
    [InlineData("size", "100", "not a multiple of 8")]
    [InlineData("threshold", "2", "not a number 0–1")]
    [InlineData("provenance", "x", "not a JSON object")]
    public void A_wrong_entry_is_refused_with_its_value_and_the_remedy(string key, string value, string why)
    {
        var properties = new Dictionary<string, string>(MadeHandModel.Metadata.ToProperties()) { ["fingerspell." + key] = value };
        var error = Assert.Throws<FingerspellException>(() => HandModelMetadata.Parse(properties, "a.onnx"));
        Assert.Equal(
            $"a.onnx is not a hand model that this version can read: its fingerspell.{key} is \"{value}\", {why}; "
            + "write one with `fingerspell train --network hand-finder`", error.Message);
    }

    [Fact]
    public void A_missing_entry_is_refused_by_name()
    {
        foreach (string key in MadeHandModel.Metadata.ToProperties().Keys)
        {
            var properties = new Dictionary<string, string>(MadeHandModel.Metadata.ToProperties());
            properties.Remove(key);
            var error = Assert.Throws<FingerspellException>(() => HandModelMetadata.Parse(properties, "a.onnx"));
            Assert.Contains($"it has no {key}", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_missing_file_is_named_with_all_that_can_be_done() => Refused(folder["none.onnx"],
        $"there is no hand model {folder["none.onnx"]}; name one with --hands, "
        + "or write one with `fingerspell train --network hand-finder`");

    [Fact]
    public void An_empty_or_damaged_file_is_refused()
    {
        File.WriteAllBytes(folder["a.onnx"], []);
        Refused(folder["a.onnx"], "is empty; write it again with `fingerspell train --network hand-finder`");
        File.WriteAllBytes(folder["a.onnx"], MadeHandModel.Build(MadeHandModel.Metadata).ToArray()[..200]);
        Refused(folder["a.onnx"], "is damaged or not an ONNX file");
    }

    [Fact]
    public void A_letter_model_is_no_hand_model() =>
        Refused(MadeModel.Save(folder["a.onnx"]), "its fingerspell.kind is \"letters\", not \"hands\"");

    [Fact]
    public void Metadata_that_contradicts_the_graph_is_refused()
    {
        var model = MadeHandModel.Build(MadeHandModel.Metadata);
        model.Metadata["fingerspell.size"] = "64";
        model.Save(folder["a.onnx"]);
        Refused(folder["a.onnx"], "its input is pixels Byte[-1,3,160,160], not pixels Byte[-1,3,64,64]");
    }

    [Fact]
    public void An_output_of_another_shape_is_refused()
    {
        var model = new OnnxModel("other");
        foreach (var (key, value) in MadeHandModel.Metadata.ToProperties())
            model.Metadata[key] = value;
        string x = model.Node("Cast", [model.Input("pixels", OnnxType.UInt8, -1, 3, 160, 160)], OnnxAttribute.Int("to", (long)OnnxType.Float));
        model.Node("AveragePool", [x], "hands", OnnxAttribute.Ints("kernel_shape", 8, 8), OnnxAttribute.Ints("strides", 8, 8));
        model.Output("hands", OnnxType.Float, -1, 3, 20, 20);
        model.Save(folder["a.onnx"]);
        Refused(folder["a.onnx"], "its output is hands Single[-1,3,20,20], not hands Single[-1,5,20,20]");
    }

    [Fact]
    public void A_model_that_computes_no_numbers_says_so()
    {
        var model = new OnnxModel("nan");
        foreach (var (key, value) in MadeHandModel.Metadata.ToProperties())
            model.Metadata[key] = value;
        string x = model.Node("Cast", [model.Input("pixels", OnnxType.UInt8, -1, 3, 160, 160)], OnnxAttribute.Int("to", (long)OnnxType.Float));
        model.Node("Conv", [x, model.Initializer("weight", [.. Enumerable.Repeat(float.NaN, 5 * 3 * 64)], 5, 3, 8, 8)], "hands",
            OnnxAttribute.Ints("kernel_shape", 8, 8), OnnxAttribute.Ints("strides", 8, 8));
        model.Output("hands", OnnxType.Float, -1, 5, 20, 20);
        model.Save(folder["a.onnx"]);
        using var loaded = HandModel.Load(folder["a.onnx"]);
        using var frame = MadePictures.Plain(0, 10, 10);
        var error = Assert.Throws<FingerspellException>(() => loaded.Look(frame, Window.Around(frame.Bounds)));
        Assert.Contains("a.onnx computes what is not a number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_looks_with_a_model_that_was_disposed_of()
    {
        var model = HandModel.Load(MadeHandModel.Save(folder["a.onnx"]));
        model.Dispose();
        using var frame = MadePictures.Plain(0, 10, 10);
        Assert.Throws<ObjectDisposedException>(() => model.Look(frame, Window.Around(frame.Bounds)));
    }

    [Fact]
    public void The_made_model_sees_what_is_bright()
    {
        using var model = HandModel.Load(MadeHandModel.Save(folder["a.onnx"]));
        Gen.Select(Gen.Int[0, 159], Gen.Int[0, 159], Gen.Int[1, 80], Gen.Int[1, 80]).Sample((x, y, width, height) =>
        {
            using var frame = MadePictures.Drawn(160, 160, (column, row) =>
                column >= x && column < x + width && row >= y && row < y + height ? ((byte)255, (byte)255, (byte)255) : default);
            var window = Window.Around(frame.Bounds);
            var sighting = model.Look(frame, window);
            Assert.InRange(sighting.Score, 0.99, 1);
            Assert.Equal(new Box(x, y, width, height).Clip(frame.Bounds), window.ToFrame(sighting.Box, frame.Bounds));
        }, iter: 20);
        using var dark = MadePictures.Plain(50, 160, 160);
        Assert.InRange(model.Look(dark, Window.Around(dark.Bounds)).Score, 0, 0.01);
    }

    static void Refused(string path, string why)
    {
        var error = Assert.Throws<FingerspellException>(() => HandModel.Load(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
