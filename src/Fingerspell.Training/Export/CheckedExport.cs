using Fingerspell.Letters;
using Fingerspell.Training.Data;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;

namespace Fingerspell.Training.Export;

/// <summary>Exports a network and lets the file stand only if it says what the network says.</summary>
public static class CheckedExport
{
    /// <summary>Writes the model file and compares it with the network.</summary>
    /// <param name="path">Where the file shall stand.</param>
    /// <param name="network">The network.</param>
    /// <param name="config">The run that trained it; its provenance goes into the file.</param>
    /// <param name="rows">The rows to compare on.</param>
    /// <param name="fold">See <see cref="NetworkExporter.Write"/>.</param>
    /// <exception cref="FingerspellException">The two differ by more than rounding; no file is left.</exception>
    public static Parity Write(string path, Network network, RunConfig config, DatasetSplit rows, bool fold = true)
    {
        Parity? parity = null;
        WholeFile.Write(path, beside =>
        {
            NetworkExporter.Write(beside, network, ModelMetadata.Of(network, config), fold);
            using var model = LetterModel.Load(beside);
            parity = Parity.Of(network, model, rows);
            if (!parity.Holds)
                throw new FingerspellException(
                    $"{path} was not written: the exported model names {parity.DifferentLetters} of {parity.Rows} rows otherwise than "
                    + $"the network it came from, and its logits differ by up to {parity.LargestDifference:G3} ({Parity.Tolerance:G1} is allowed)");
        });
        return parity!;
    }
}
