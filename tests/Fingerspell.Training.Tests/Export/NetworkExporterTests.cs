using Fingerspell.Letters;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;
using Fingerspell.Training.Export;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using Fingerspell.Training.Tasks;
using Fingerspell.Training.Tests.Learning;
using TorchSharp;

namespace Fingerspell.Training.Tests.Export;

[Collection(PyTorchTests.Name)]
public sealed class NetworkExporterTests : IDisposable
{
    static readonly DatasetSplit Rows = MadeData.Split(64);

    readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("tutorial", true)]
    [InlineData("tutorial", false)]
    [InlineData("residual", true)]
    [InlineData("residual", false)]
    public void The_exported_model_says_what_the_network_says(string network, bool fold)
    {
        string file = Path.Combine(place.Path, "model.onnx");
        using var trained = Trained(network);
        var parity = CheckedExport.Write(file, trained.Network, ModelMetadata.Of(trained.Network, Config(network)), Rows, new(fold));

        Assert.Equal(new Parity(64, 0, parity.LargestDifference), parity);
        Assert.InRange(parity.LargestDifference, 0, Parity.Tolerance);
        using var model = LetterModel.Load(file);
        Assert.Equal(network, model.Metadata.Network);
        Assert.Contains("\"seed\":1", model.Metadata.Provenance, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_network_that_tells_the_hands_shape_while_it_learns_the_file_has_the_letters_alone()
    {
        using var scope = torch.NewDisposeScope();
        using var network = NetworkCatalog.Create("letters");
        var crops = torch.zeros(2, 1, network.Side, network.Side);
        long cells = network.Side / 8;
        network.train();
        Assert.Equal([2, Alphabet.LabelCount + cells * cells], network.call(crops).shape);
        network.eval();
        Assert.Equal([2, Alphabet.LabelCount], network.call(crops).shape);
        string file = Path.Combine(place.Path, "model.onnx");
        var parity = CheckedExport.Write(file, network, ModelMetadata.Of(network, Config("letters")), Rows);
        Assert.InRange(parity.LargestDifference, 0, Parity.Tolerance);
    }

    [Fact]
    public void Folding_leaves_no_batch_normalisation_behind_a_convolution()
    {
        using var trained = Trained("residual");
        long Written(bool fold)
        {
            string file = Path.Combine(place.Path, $"{fold}.onnx");
            NetworkExporter.Write(file, trained.Network, new Dictionary<string, string>(), new(fold));
            return System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)).Split("BatchNormalization").Length - 1;
        }
        Assert.Equal(0, Written(fold: true));
        Assert.Equal(9, Written(fold: false));
    }

    [Fact]
    public void Several_networks_are_asked_as_one_and_answer_with_the_mean_of_their_logits()
    {
        float[] Said(Network network, string name, ExportOptions options)
        {
            string file = Path.Combine(place.Path, name);
            CheckedExport.Write(file, network, ModelMetadata.Of(network, Config("residual"), Config("residual")), Rows, options);
            using var model = LetterModel.Load(file);
            Assert.StartsWith("{\"networks\":[{", model.Metadata.Provenance, StringComparison.Ordinal);
            return model.Logits(LetterCrops.RowsOf(Rows, network.Side));
        }
        using TrainedNetwork first = Trained("residual"), second = Trained("residual", seed: 2);
        float[] one = Said(first.Network, "one", new()), other = Said(second.Network, "other", new());
        using var ensemble = Ensemble.Of([first.Network, second.Network]);
        float[] both = Said(ensemble, "both", new());

        Assert.NotEqual(one, other);
        for (int i = 0; i < both.Length; i++)
            Assert.Equal((one[i] + other[i]) / 2, both[i], 1e-4);
        Assert.Equal([Alphabet.LabelCount], ensemble.OutputShape);
    }

    [Fact]
    public void Half_precision_halves_the_file_and_rounds_the_logits()
    {
        using var trained = Trained("residual");
        long Written(bool half, out Parity parity)
        {
            string file = Path.Combine(place.Path, $"{half}.onnx");
            parity = CheckedExport.Write(file, trained.Network, ModelMetadata.Of(trained.Network, Config("residual")), Rows, new(Precision: half ? Precision.Half : Precision.Single));
            return new FileInfo(file).Length;
        }
        Assert.InRange((double)Written(half: true, out var rounded) / Written(half: false, out var exact), 0.5, 0.51);
        Assert.InRange(rounded.LargestDifference, 10 * exact.LargestDifference, Parity.HalfTolerance);
    }

    [Fact]
    public void Eight_bits_quarter_the_file_and_hardly_change_an_answer()
    {
        using var trained = Trained("residual");
        long Written(Precision precision, out Parity parity)
        {
            string file = Path.Combine(place.Path, $"{precision}.onnx");
            using var calibration = Calibration(trained.Network);
            parity = CheckedExport.Write(file, trained.Network, ModelMetadata.Of(trained.Network, Config("residual")), Rows, new(Precision: precision), precision == Precision.Int8 ? calibration : null);
            return new FileInfo(file).Length;
        }
        Assert.InRange((double)Written(Precision.Int8, out var rounded) / Written(Precision.Single, out var exact), 0.25, 0.3);
        Assert.InRange(rounded.Different, 0, 1);
        Assert.InRange(rounded.LargestDifference, 10 * exact.LargestDifference, 0.5);
    }

    [Fact]
    public void A_filter_whose_weights_are_nothing_keeps_its_bias_in_eight_bits()
    {
        torch.manual_seed(1);
        var second = new ConvBatchNormalization(8, 8);
        using var network = new Network("residual", 1, 28, Normalisation.Unit,
            new ConvBatchNormalization(1, 8), second, new GlobalAveragePooling2D(), new Dense(8, Alphabet.LabelCount));
        using (torch.no_grad())
        {
            second.Normalisation.Scale.fill_(0);
            second.Normalisation.Shift.fill_(5);
        }
        using var calibration = Calibration(network);
        string file = Path.Combine(place.Path, "model.onnx");
        NetworkExporter.Write(file, network, ModelMetadata.Of(network, Config("residual")), new(Precision: Precision.Int8), calibration);
        using var model = LetterModel.Load(file);
        Assert.InRange(Parity.Of(network, model, Rows).LargestDifference, 0, 1e-3);
    }

    [Fact]
    public void A_network_without_a_folded_convolution_is_not_written_in_eight_bits()
    {
        using var network = NetworkCatalog.Create("tutorial");
        using var calibration = Calibration(network);
        string file = Path.Combine(place.Path, "model.onnx");
        Assert.Throws<FingerspellException>(() => NetworkExporter.Write(file, network, new Dictionary<string, string>(), new(Precision: Precision.Int8), calibration));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void Eight_bits_and_pictures_to_see_by_go_together()
    {
        using var network = NetworkCatalog.Create("residual");
        using var calibration = Calibration(network);
        string file = Path.Combine(place.Path, "model.onnx");
        Assert.Throws<ArgumentException>(() => NetworkExporter.Write(file, network, new Dictionary<string, string>(), new(Precision: Precision.Int8)));
        Assert.Throws<ArgumentException>(() => NetworkExporter.Write(file, network, new Dictionary<string, string>(), new(), calibration));
        Assert.Empty(Directory.GetFiles(place.Path));
    }

    static torch.Tensor Calibration(Network network) =>
        torch.tensor(LetterCrops.RowsOf(Rows, network.Side), [Rows.Count, 1, network.Side, network.Side], torch.ScalarType.Byte);

    [Theory]
    [InlineData("residual", "tutorial")]
    [InlineData("hand-finder", "hand-finder")]
    public void Networks_that_do_not_answer_alike_are_not_asked_as_one(string first, string second)
    {
        using Network one = NetworkCatalog.Create(first), other = NetworkCatalog.Create(second);
        Assert.Throws<FingerspellException>(() => Ensemble.Of([one, other]));
    }

    [Fact]
    public void A_model_that_does_not_say_what_its_network_says_is_not_left_standing()
    {
        string file = Path.Combine(place.Path, "model.onnx");
        using var trained = Trained("tutorial");
        using (torch.no_grad())
            trained.Network.parameters().Last().fill_(float.NaN);
        Assert.Throws<FingerspellException>(() => CheckedExport.Write(file, trained.Network, ModelMetadata.Of(trained.Network, Config("tutorial")), Rows));
        Assert.Empty(Directory.GetFiles(place.Path));
    }

    [Theory]
    [InlineData(Precision.Single, 0, 0.5e-4, true)]
    [InlineData(Precision.Single, 1, 0.5e-4, false)]
    [InlineData(Precision.Single, 0, 2e-4, false)]
    [InlineData(Precision.Half, 0, 2e-4, true)]
    [InlineData(Precision.Half, 1, 2e-4, false)]
    [InlineData(Precision.Half, 0, 0.2, false)]
    [InlineData(Precision.Int8, 1, 0.7, true)]
    [InlineData(Precision.Int8, 2, 0.7, false)]
    [InlineData(Precision.Int8, 0, double.PositiveInfinity, false)]
    [InlineData(Precision.Int8, 0, double.NaN, false)]
    public void Parity_holds_with_the_same_letters_and_logits_as_near_as_the_precision_allows(Precision precision, int letters, double difference, bool holds) =>
        Assert.Equal(holds, new Parity(100, letters, difference).Within(precision));

    static TrainedNetwork Trained(string network, int seed = 1)
    {
        var options = Recipe.For(network) with { Seed = seed, Epochs = 2, BatchSize = 16, Threads = 1 };
        using var task = new RowTask(options, Rows, validation: null);
        return Trainer.Train(options, task, null, new Watcher(), TestContext.Current.CancellationToken);
    }

    static RunConfig Config(string network) =>
        new(Recipe.For(network), "made", "a", Rows.Count, 0, Versions.Current(), DateTimeOffset.UnixEpoch);
}
