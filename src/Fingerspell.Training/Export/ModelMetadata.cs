using Fingerspell.Hands;
using Fingerspell.Letters;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;

namespace Fingerspell.Training.Export;

/// <summary>What the file of a trained network says of itself.</summary>
public static class ModelMetadata
{
    /// <summary>The entries of the file.</summary>
    /// <param name="network">The network.</param>
    /// <param name="runs">The run that trained it, or each of an <see cref="Ensemble"/>; all stand in the provenance, and what the first says of reading holds.</param>
    public static IReadOnlyDictionary<string, string> Of(Network network, params IReadOnlyList<RunConfig> runs)
    {
        var (options, provenance) = (runs[0].Options, Provenance.Of(runs));
        if (network.Name == "hand-finder")
            return new HandModelMetadata(network.Name, network.Side, options.Threshold, provenance).ToProperties();
        return new LetterModelMetadata(
            network.Name, network.Side, network.Normalisation, options.Temperature, options.Threshold, provenance,
            options.Margin, options.Views, options.SignOdds).ToProperties();
    }
}
