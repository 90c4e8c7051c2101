using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Export;

namespace Fingerspell.Tests.Letters;

public sealed class LetterModelTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_letters_come_the_most_probable_first_without_J()
    {
        using var model = LetterModel.Load(MadeModel.Save(folder["a.onnx"]), threads: 1);
        var candidates = model.Classify(PlainCrop(MadeModel.GrayOf('L')));
        Assert.Equal('L', candidates[0].Letter);
        Assert.Equal(Alphabet.StaticLetters, string.Concat(candidates.Select(c => c.Letter).Order()));
        Assert.Equal(candidates.OrderByDescending(c => c.Confidence), candidates);
        Assert.InRange(candidates[0].Confidence, 0.9f, 1);
    }

    [Fact]
    public void Every_letter_can_be_read()
    {
        using var model = LetterModel.Load(MadeModel.Save(folder["a.onnx"]));
        var read = Alphabet.StaticLetters.Select(letter => model.Classify(PlainCrop(MadeModel.GrayOf(letter)))[0].Letter);
        Assert.Equal(Alphabet.StaticLetters, string.Concat(read));
    }

    [Fact]
    public void Probabilities_are_the_softmax_of_the_24_letters_logits_over_the_temperature()
    {
        using var model = LetterModel.Load(MadeModel.Save(folder["a.onnx"], MadeModel.Metadata with { Temperature = 2.5 }));
        byte[] pixels = [.. PlainCrop(100).Pixels.ToArray(), .. PlainCrop(200).Pixels.ToArray()];
        float[] logits = model.Logits(pixels), probabilities = model.Probabilities(pixels);
        Assert.Equal(2 * Alphabet.LabelCount, probabilities.Length);
        for (int row = 0; row < 2; row++)
        {
            double[] powers = [.. logits.Skip(row * 25).Take(25).Select((z, k) => Alphabet.IsStatic(k) ? Math.Exp(z / 2.5) : 0)];
            for (int k = 0; k < 25; k++)
                Assert.Equal(powers[k] / powers.Sum(), probabilities[row * 25 + k], 1e-6);
        }
    }

    [Fact]
    public async Task A_model_may_be_disposed_while_others_read_who_are_told_at_the_next_reading()
    {
        string path = MadeModel.Save(folder["a.onnx"]);
        byte[] pixels = new byte[LetterModel.CropsPerBatch * 28 * 28];
        for (int i = 0; i < 100; i++)
        {
            var model = LetterModel.Load(path, threads: 1);
            var readings = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            {
                while (true)
                    model.Logits(pixels);
            })).ToList();
            await Task.Delay(5, TestContext.Current.CancellationToken);
            model.Dispose();
            foreach (var reading in readings)
                await Assert.ThrowsAsync<ObjectDisposedException>(() => reading);
        }
    }

    [Fact]
    public void All_letters_together_are_as_probable_as_a_signing_hand()
    {
        // The made network is so sure of what it sees that it takes much to doubt it.
        var odds = new SignOdds(-20, 0.05, 3);
        using var model = LetterModel.Load(MadeModel.Save(folder["a.onnx"], MadeModel.Metadata with { Temperature = 2.5, SignOdds = odds }));
        var crop = PlainCrop(MadeModel.GrayOf('W'));
        double unevenness = SignOdds.UnevennessOf(model.Logits(crop.Pixels));
        foreach (double found in (double[])[1, 0.6])
        {
            double expected = odds.Probability(unevenness, found);
            Assert.InRange(expected, 0.01, 0.99);
            // Also of a crop that the network takes for a J.
            Assert.Equal(odds.Probability(SignOdds.UnevennessOf(model.Logits(PlainCrop(MadeModel.GrayOf('J')).Pixels)), found),
                model.Classify(PlainCrop(MadeModel.GrayOf('J')), found).Sum(candidate => candidate.Confidence), 1e-5);
            Assert.Equal(expected, model.Classify(crop, found).Sum(candidate => candidate.Confidence), 1e-5);
        }
        Assert.Equal(odds.Probability(unevenness, found: 1), model.Probabilities(crop.Pixels).Sum(), 1e-5);
    }

    [Fact]
    public void Odds_of_a_sign_that_are_no_numbers_are_refused() => RefusedWith(
        "fingerspell.sign-odds", "1,2", "its fingerspell.sign-odds is \"1,2\", not three numbers with commas between, or \"none\"");

    [Fact]
    public void Many_crops_give_what_each_gives_alone_and_tell_how_far_they_are()
    {
        using var model = LetterModel.Load(MadeModel.Save(folder["a.onnx"]));
        byte[] grays = [.. Enumerable.Range(0, 600).Select(i => (byte)(i % 256))];
        byte[] pixels = [.. grays.SelectMany(gray => PlainCrop(gray).Pixels.ToArray())];
        var progress = new List<long>();
        float[] together = model.Probabilities(pixels, progress.Add);
        Assert.Equal([.. Enumerable.Range(1, 18).Select(batch => 32L * batch), 600], progress);
        foreach (int row in new[] { 0, 255, 256, 599 })
            Assert.Equal(model.Probabilities(PlainCrop(grays[row]).Pixels), together[(row * 25)..(row * 25 + 25)], (a, b) => Math.Abs(a - b) < 1e-5f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public void With_two_views_the_logits_are_the_mean_of_the_crops_and_its_mirror_images(int count)
    {
        using var one = LetterModel.Load(SaveLeftHalfModel("one.onnx", views: 1));
        using var two = LetterModel.Load(SaveLeftHalfModel("two.onnx", views: 2));
        byte[] pixels = new byte[count * 28 * 28];
        new Random(1).NextBytes(pixels);
        byte[] mirrored = [.. pixels.Chunk(28).SelectMany(row => row.Reverse())];

        float[] plain = one.Logits(pixels), mirror = one.Logits(mirrored);
        Assert.NotEqual(plain, mirror);
        Assert.Equal(plain.Zip(mirror, (a, b) => (a + b) / 2), two.Logits(pixels), (a, b) => Math.Abs(a - b) < 1e-3f);
        Assert.Equal(two.Probabilities(mirrored), two.Probabilities(pixels), (a, b) => Math.Abs(a - b) < 1e-5f);
        var crop = new GrayCrop(28, pixels.AsMemory(0, 784));
        Assert.Equal(two.Probabilities(crop.Pixels).Max(), two.Classify(crop)[0].Confidence, 1e-6f);
    }

    /// <summary>A model that is the more of an A, the brighter the crop's left half is.</summary>
    string SaveLeftHalfModel(string name, int views)
    {
        float[] weights = [.. Enumerable.Range(0, 784 * 25).Select(i => i % 25 == 0 && i / 25 % 28 < 14 ? 1e-4f : 0)];
        return Save(name, MadeModel.Metadata with { Views = views }, (model, x) =>
            model.Node("Gemm", [model.Node("Flatten", [x]), model.Initializer("weight", weights, 784, 25)], "logits"));
    }

    [Fact]
    public async Task Several_threads_may_classify_at_once()
    {
        using var model = LetterModel.Load(MadeModel.Save(folder["a.onnx"]), threads: 1);
        string read = string.Concat(await Task.WhenAll(Alphabet.StaticLetters.Select(letter =>
            Task.Run(() => model.Classify(PlainCrop(MadeModel.GrayOf(letter)))[0].Letter))));
        Assert.Equal(Alphabet.StaticLetters, read);
    }

    [Fact]
    public void A_crop_of_another_size_is_refused()
    {
        using var model = LetterModel.Load(MadeModel.Save(folder["a.onnx"]));
        Assert.Throws<ArgumentException>(() => model.Classify(new GrayCrop(2, new byte[4])));
        Assert.Throws<ArgumentException>(() => model.Logits(new byte[785]));
    }

    [Fact]
    public void A_missing_file_is_named() => Refused(folder["none.onnx"], "there is no letter model");

    [Fact]
    public void An_empty_file_is_named()
    {
        File.WriteAllBytes(folder["a.onnx"], []);
        Refused(folder["a.onnx"], "is empty");
    }

    [Fact]
    public void What_is_not_an_onnx_file_is_refused()
    {
        File.WriteAllText(folder["a.onnx"], "hello");
        Refused(folder["a.onnx"], "is damaged or not an ONNX file");
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        byte[] whole = MadeModel.Build(MadeModel.Metadata).ToArray();
        for (int length = 1; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(folder["a.onnx"], whole[..length]);
            Assert.Throws<FingerspellException>(() => LetterModel.Load(folder["a.onnx"]));
        }
    }

    [Fact]
    public void Metadata_of_another_kind_is_refused() => RefusedWith("fingerspell.kind", "hands", "its fingerspell.kind is \"hands\"");

    [Fact]
    public void A_size_that_contradicts_the_graph_is_refused() =>
        RefusedWith("fingerspell.size", "64", "its input is pixels Byte[-1,1,28,28], not pixels Byte[-1,1,64,64]");

    [Theory]
    [InlineData("picture", OnnxType.UInt8, "logits", 25)]
    [InlineData("pixels", OnnxType.Float, "logits", 25)]
    [InlineData("pixels", OnnxType.UInt8, "letters", 25)]
    [InlineData("pixels", OnnxType.UInt8, "logits", 24)]
    public void Inputs_and_outputs_of_another_model_are_refused(string input, OnnxType type, string output, int width)
    {
        var model = new OnnxModel("other");
        foreach (var (key, value) in MadeModel.Metadata.ToProperties())
            model.Metadata[key] = value;
        string x = model.Node("Cast", [model.Input(input, type, -1, 1, 28, 28)], OnnxAttribute.Int("to", (long)OnnxType.Float));
        string weight = model.Initializer("weight", new float[784 * width], 784, width);
        model.Node("Gemm", [model.Node("Flatten", [x]), weight], output);
        model.Output(output, OnnxType.Float, -1, width);
        model.Save(folder["a.onnx"]);
        Refused(folder["a.onnx"], "is not a letter model: its ");
    }

    [Fact]
    public void A_second_input_is_refused()
    {
        var model = MadeModel.Build(MadeModel.Metadata);
        model.Input("more", OnnxType.Float, 1);
        model.Save(folder["a.onnx"]);
        Refused(folder["a.onnx"], "its input is ");
    }

    [Fact]
    public void A_model_that_computes_no_numbers_says_so()
    {
        using var loaded = LetterModel.Load(Save("a.onnx", MadeModel.Metadata, (model, x) => model.Node("Gemm",
            [model.Node("Flatten", [x]), model.Initializer("weight", [.. Enumerable.Repeat(float.NaN, 784 * 25)], 784, 25)], "logits")));
        var error = Assert.Throws<FingerspellException>(() => loaded.Classify(PlainCrop(1)));
        Assert.Contains("a.onnx computes what is not a number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_fails_while_computing_says_so()
    {
        // The 784 pixels of a crop are no rows of 783, which shows only once there is a crop.
        using var loaded = LetterModel.Load(Save("a.onnx", MadeModel.Metadata, (model, x) => model.Node("Gemm",
            [model.Node("Reshape", [x, model.Initializer("shape", (long[])[-1, 783], 2)]), model.Initializer("weight", new float[783 * 25], 783, 25)], "logits")));
        var error = Assert.Throws<FingerspellException>(() => loaded.Classify(PlainCrop(1)));
        Assert.Equal($"the letter model {folder["a.onnx"]} fails while computing; write it again with `fingerspell export`", error.Message);
    }

    /// <summary>Writes a model that reads crops of 28×28 pixels, and returns its path.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="metadata">What it says of itself.</param>
    /// <param name="addLogits">Adds what makes <c>logits</c> of the grey levels, whose name it is given.</param>
    string Save(string name, LetterModelMetadata metadata, Action<OnnxModel, string> addLogits)
    {
        var model = new OnnxModel("made");
        foreach (var (key, value) in metadata.ToProperties())
            model.Metadata[key] = value;
        addLogits(model, model.Node("Cast", [model.Input("pixels", OnnxType.UInt8, -1, 1, 28, 28)], OnnxAttribute.Int("to", (long)OnnxType.Float)));
        model.Output("logits", OnnxType.Float, -1, 25);
        model.Save(folder[name]);
        return folder[name];
    }

    static GrayCrop PlainCrop(byte gray)
    {
        byte[] pixels = new byte[28 * 28];
        Array.Fill(pixels, gray);
        return new GrayCrop(28, pixels);
    }

    /// <summary>The made model is refused with another value of an entry.</summary>
    void RefusedWith(string entry, string value, string why)
    {
        var model = MadeModel.Build(MadeModel.Metadata);
        model.Metadata[entry] = value;
        model.Save(folder["a.onnx"]);
        Refused(folder["a.onnx"], why);
    }

    static void Refused(string path, string why)
    {
        var error = Assert.Throws<FingerspellException>(() => LetterModel.Load(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
