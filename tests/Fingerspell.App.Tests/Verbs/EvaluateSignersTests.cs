using System.Text.Json;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Verbs;

public sealed class EvaluateSignersTests : IDisposable
{
    readonly TemporaryFolder place = new();

    public EvaluateSignersTests() => MadeDataset.Write(place["data"], trainRows: 48, testRows: 24);

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Tells_how_well_each_signer_is_read_by_a_network_that_has_not_seen_them()
    {
        var (code, output, _) = await Run.Command("evaluate", "--leave-one-signer-out", "--data", place["data"],
            "--folds", place["folds"], "--epochs", "1", "--batch-size", "16", "--threads", "1", "--json");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(72, json.RootElement.GetProperty("photos").GetInt32());
        Assert.Equal(3, json.RootElement.GetProperty("perSigner").EnumerateObject().Count());
        Assert.Equal(3, Directory.GetDirectories(place["folds"]).Length);
    }

    [Fact]
    public async Task Some_signers_can_be_chosen_and_a_temperature_is_fitted_to_them()
    {
        var (code, output, _) = await Run.Command("evaluate", "--leave-one-signer-out", "--data", place["data"],
            "--folds", place["folds"], "--epochs", "1", "--batch-size", "16", "--threads", "1", "--signers", "user_2,user_0");
        Assert.Equal(0, code);
        Assert.Equal(["user_0", "user_2"], Directory.GetDirectories(place["folds"]).Select(Path.GetFileName).Order());
        Assert.Contains("fitted to these rows: loss ", output, StringComparison.Ordinal);
        Assert.Contains("| threshold | answered | right when answered |", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--model", "model.onnx")]
    [InlineData("--split", "train")]
    [InlineData("--photos", "photos")]
    public async Task Is_refused_beside_what_it_would_not_use(string option, string value)
    {
        var (code, output, error) = await Run.Command("evaluate", "--leave-one-signer-out", option, value);
        Assert.Equal(CommandLine.BadUsage, code);
        Assert.Empty(output);
        Assert.Contains(option, error, StringComparison.Ordinal);
    }
}
