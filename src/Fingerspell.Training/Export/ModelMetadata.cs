using Fingerspell.Hands;
using Fingerspell.Letters;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;

namespace Fingerspell.Training.Export;

/// <summary>What the file of a trained network says of itself.</summary>
static class ModelMetadata
{
    /// <summary>The entries for the network of a run.</summary>
    public static IReadOnlyDictionary<string, string> Of(Network network, RunConfig config)
    {
        var (options, provenance) = (config.Options, Provenance.Of(config));
        if (network.Name == "hand-finder")
            return new HandModelMetadata(network.Name, network.Side, options.Threshold, provenance).ToProperties();
        return new LetterModelMetadata(
            network.Name, network.Side, network.Normalisation, options.Temperature, options.Threshold, provenance,
            options.Margin, options.Views, options.SignOdds).ToProperties();
    }
}
