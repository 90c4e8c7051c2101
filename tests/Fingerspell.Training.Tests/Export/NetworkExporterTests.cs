using Fingerspell.Letters;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;
using Fingerspell.Training.Export;
using Fingerspell.Training.Learning;
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
        var parity = CheckedExport.Write(file, trained.Network, Config(network), Rows, fold);

        Assert.Equal(new Parity(64, 0, parity.LargestDifference), parity);
        Assert.InRange(parity.LargestDifference, 0, Parity.Tolerance);
        using var model = LetterModel.Load(file);
        Assert.Equal(network, model.Metadata.Network);
        Assert.Contains("\"seed\":1", model.Metadata.Provenance, StringComparison.Ordinal);
    }

    [Fact]
    public void Folding_leaves_no_batch_normalisation_behind_a_convolution()
    {
        using var trained = Trained("residual");
        long Written(bool fold)
        {
            string file = Path.Combine(place.Path, $"{fold}.onnx");
            NetworkExporter.Write(file, trained.Network, new Dictionary<string, string>(), fold);
            return System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)).Split("BatchNormalization").Length - 1;
        }
        Assert.Equal(0, Written(fold: true));
        Assert.Equal(9, Written(fold: false));
    }

    [Fact]
    public void A_model_that_does_not_say_what_its_network_says_is_not_left_standing()
    {
        string file = Path.Combine(place.Path, "model.onnx");
        using var trained = Trained("tutorial");
        using (torch.no_grad())
            trained.Network.parameters().Last().fill_(float.NaN);
        Assert.Throws<FingerspellException>(() => CheckedExport.Write(file, trained.Network, Config("tutorial"), Rows));
        Assert.Empty(Directory.GetFiles(place.Path));
    }

    [Theory]
    [InlineData(0, 0.5e-4, true)]
    [InlineData(1, 0.5e-4, false)]
    [InlineData(0, 2e-4, false)]
    [InlineData(0, double.PositiveInfinity, false)]
    public void Parity_holds_with_the_same_letters_and_logits_within_a_ten_thousandth(int letters, double difference, bool holds) =>
        Assert.Equal(holds, new Parity(100, letters, difference).Holds);

    static TrainedNetwork Trained(string network)
    {
        var options = Recipe.For(network) with { Epochs = 2, BatchSize = 16, Threads = 1 };
        using var task = new RowTask(options, Rows, validation: null);
        return Trainer.Train(options, task, null, new Watcher(), TestContext.Current.CancellationToken);
    }

    static RunConfig Config(string network) =>
        new(Recipe.For(network), "made", "a", Rows.Count, 0, Versions.Current(), DateTimeOffset.UnixEpoch);
}
