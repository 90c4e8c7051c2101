using System.Globalization;
using Fingerspell.Hands;
using Fingerspell.Letters;
using Fingerspell.Training.Data;
using Fingerspell.Training.Data.Photos;
using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Export;

/// <summary>Exports a network and lets the file stand only if it says what the network says.</summary>
public static class CheckedExport
{
    const int PhotosCompared = 100;

    /// <summary>Writes the model file and compares it with the network: on the whole test file, or a hand finder on photographs.</summary>
    /// <param name="path">Where the file shall stand.</param>
    /// <param name="network">The network.</param>
    /// <param name="metadata">What the file says of itself, see <see cref="ModelMetadata"/>.</param>
    /// <param name="data">Where the rows or photographs to compare on come from.</param>
    /// <param name="options">How it is written; null for the defaults.</param>
    /// <param name="calibration">See <see cref="NetworkExporter.Write"/>.</param>
    /// <exception cref="FingerspellException">The two differ by more than the precision explains; no file is left.</exception>
    public static Parity Write(
        string path, Network network, IReadOnlyDictionary<string, string> metadata, TrainingData data, ExportOptions? options = null,
        Tensor? calibration = null)
    {
        if (network.Name != "hand-finder")
            return Write(path, network, metadata, data.Rows.Test, options, calibration);
        var photos = data.Photos.Photos;
        int step = Math.Max(1, photos.Count / PhotosCompared);
        return Write(path, network, metadata, [.. photos.Where((_, i) => i % step == 0)], options, calibration);
    }

    /// <summary>Writes a letter network's model file and compares it with the network.</summary>
    /// <param name="path">Where the file shall stand.</param>
    /// <param name="network">The network.</param>
    /// <param name="metadata">What the file says of itself, see <see cref="ModelMetadata"/>.</param>
    /// <param name="rows">The rows to compare on.</param>
    /// <param name="options">How it is written; null for the defaults.</param>
    /// <param name="calibration">See <see cref="NetworkExporter.Write"/>.</param>
    /// <exception cref="FingerspellException">The two differ by more than the precision explains; no file is left.</exception>
    public static Parity Write(
        string path, Network network, IReadOnlyDictionary<string, string> metadata, DatasetSplit rows, ExportOptions? options = null,
        Tensor? calibration = null) =>
        Write(path, network, metadata, options, calibration, beside =>
        {
            using var model = LetterModel.Load(beside);
            return Parity.Of(network, model, rows);
        });

    /// <summary>Writes a hand finder's model file and compares it with the network on photographs.</summary>
    internal static Parity Write(
        string path, Network network, IReadOnlyDictionary<string, string> metadata, IReadOnlyList<TrainingPhoto> photos, ExportOptions? options = null,
        Tensor? calibration = null) =>
        Write(path, network, metadata, options, calibration, beside =>
        {
            using var model = HandModel.Load(beside);
            return Parity.Of(network, model, photos);
        });

    static Parity Write(
        string path, Network network, IReadOnlyDictionary<string, string> metadata, ExportOptions? options, Tensor? calibration, Func<string, Parity> compare)
    {
        options ??= new();
        Parity? parity = null;
        WholeFile.Write(path, beside =>
        {
            NetworkExporter.Write(beside, network, metadata, options, calibration);
            parity = compare(beside);
            if (!parity.Within(options.Precision))
                throw new FingerspellException(string.Create(CultureInfo.InvariantCulture,
                    $"{path} was not written: the exported model answers {parity.Different} of {parity.Compared} otherwise than the network it came from, and its numbers differ by up to {parity.LargestDifference:G3}, more than {options.Precision} precision explains"));
        });
        return parity!;
    }
}
