using System.Text.Json;
using Fingerspell.Training.Learning;

namespace Fingerspell.Training.Export;

/// <summary>Where a model comes from, as the model file carries it.</summary>
public static class Provenance
{
    /// <summary>
    /// One JSON object: the options, the data with its checksum, the versions; of several runs, a list of such under <c>networks</c>.
    /// The commit stands in the run's configuration and model card only, so that a commit which trains alike makes the same file.
    /// </summary>
    public static string Of(params IReadOnlyList<RunConfig> runs) => runs.Count == 1
        ? Written(Of(runs[0]))
        : Written(new { Networks = runs.Select(Of) });

    static object Of(RunConfig config) => new
    {
        config.Dataset,
        config.DatasetSha256,
        config.PhotosSha256,
        config.TrainingRows,
        config.Options,
        Versions = config.Versions.ToDictionary(version => version.Key, version => version.Value.Split('+')[0]),
    };

    static string Written(object provenance) => JsonSerializer.Serialize(provenance, JsonSerializerOptions.Web);
}
