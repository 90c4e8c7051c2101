using System.Globalization;
using Fingerspell.Training.Networks;

namespace Fingerspell.Training.Learning;

/// <summary>What one run came to, or several whose networks are asked as one, see <see cref="Ensemble"/>.</summary>
/// <param name="Network">The network.</param>
/// <param name="Configs">What each run was started with; of one that is not at its end, with as many epochs as it has.</param>
public sealed record TrainedEnsemble(Network Network, IReadOnlyList<RunConfig> Configs) : IDisposable
{
    /// <summary>Loads what the runs have come to so far.</summary>
    /// <param name="folders">The runs, one or more.</param>
    /// <param name="notice">See <see cref="TrainedNetwork.Load"/>.</param>
    /// <exception cref="FingerspellException">
    /// One of them has no whole epoch or is damaged, or they read other crops than the first, or are of a kind that cannot be asked as one.
    /// </exception>
    public static TrainedEnsemble Load(IReadOnlyList<RunFolder> folders, Action<string> notice)
    {
        var configs = ConfigsOf(folders);
        TrainedNetwork[] trained = [.. folders.Select(folder => TrainedNetwork.Load(folder, notice))];
        return new(
            Ensemble.Of([.. trained.Select(each => each.Network)]),
            [.. configs.Zip(trained, (config, each) => config with { Options = config.Options.After(each.History.Count) })]);
    }

    /// <summary>What the runs were started with.</summary>
    /// <exception cref="FingerspellException">They read other crops than the first.</exception>
    internal static IReadOnlyList<RunConfig> ConfigsOf(IReadOnlyList<RunFolder> folders)
    {
        RunConfig[] configs = [.. folders.Select(folder => RunConfig.Read(folder.ConfigFile))];
        var first = configs[0].Options;
        foreach (var (folder, other) in folders.Zip(configs.Select(config => config.Options)))
        {
            if ((first.Margin, first.Views) != (other.Margin, other.Views))
                throw new FingerspellException(string.Create(CultureInfo.InvariantCulture,
                    $"{folders[0].Path} and {folder.Path} read crops differently (--margin {first.Margin} and {other.Margin}, --views {first.Views} and {other.Views}); name runs that agree in both"));
        }
        return configs;
    }

    /// <inheritdoc/>
    public void Dispose() => Network.Dispose();
}
