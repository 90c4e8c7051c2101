using System.Text.Json;

namespace Fingerspell.Training.Learning;

/// <summary>What a run was started with: <c>config.json</c> of its folder.</summary>
/// <param name="Options">All options, defaults filled in.</param>
/// <param name="Dataset">What it trains on, such as "Sign Language MNIST, training file".</param>
/// <param name="DatasetSha256">SHA-256 of that file, lower-case hexadecimal; where it is both files, over them and whose hand each row is. Empty without.</param>
/// <param name="TrainingRows">Rows that train.</param>
/// <param name="ValidationRows">Rows that validate.</param>
/// <param name="Versions">The program's version and commit, and those of the runtime and the libraries that compute.</param>
/// <param name="Started">When it was started.</param>
/// <param name="PhotosSha256">The checksum of the photographs it trains on, see <see cref="Data.Photos.TrainingPhotos"/>; null without.</param>
public sealed record RunConfig(
    TrainOptions Options, string Dataset, string DatasetSha256, int TrainingRows, int ValidationRows,
    IReadOnlyDictionary<string, string> Versions, DateTimeOffset Started, string? PhotosSha256 = null)
{
    static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Whether another run learns from the very same data.</summary>
    internal bool HasDataOf(RunConfig other) =>
        (DatasetSha256, PhotosSha256, TrainingRows, ValidationRows) == (other.DatasetSha256, other.PhotosSha256, other.TrainingRows, other.ValidationRows);

    /// <summary>Writes the configuration as indented JSON.</summary>
    public void Write(string path) => WholeFile.Write(path, JsonSerializer.Serialize(this, Indented) + "\n");

    /// <summary>Reads a configuration.</summary>
    /// <exception cref="FingerspellException">The file is missing or is not one.</exception>
    public static RunConfig Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RunConfig>(File.ReadAllText(path), Indented) is { Options: not null, Versions: not null, DatasetSha256: not null } config
                ? config
                : throw new FingerspellException($"{path} is not a run's configuration; name the folder of a run, such as runs/tutorial-1");
        }
        catch (IOException e)
        {
            throw new FingerspellException($"{path} cannot be read ({e.Message}); name the folder of a run, such as runs/tutorial-1", e);
        }
        catch (JsonException e)
        {
            throw new FingerspellException($"{path} is not a run's configuration: {e.Message}", e);
        }
    }
}
