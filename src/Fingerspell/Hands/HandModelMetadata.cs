using Fingerspell.Models;

namespace Fingerspell.Hands;

/// <summary>What a hand model's file says of itself, in the <c>metadata_props</c> of the ONNX file.</summary>
/// <param name="Network">The architecture, such as <c>hand-finder</c>.</param>
/// <param name="Size">Width and height of its input window in pixels, 8–512 and a multiple of 8.</param>
/// <param name="Threshold">The score, 0–1, below which there is no hand.</param>
/// <param name="Provenance">What trained it on what: one JSON object.</param>
public sealed record HandModelMetadata(string Network, int Size, double Threshold, string Provenance)
{
    /// <summary>The entries of <c>metadata_props</c>; <see cref="Parse"/> reads them back.</summary>
    public IReadOnlyDictionary<string, string> ToProperties() =>
        ModelProperties.Write(ModelKind.Hands, Network, Size, Threshold, Provenance);

    /// <summary>Reads the entries of <c>metadata_props</c>.</summary>
    /// <param name="properties">All entries of the file; those of other programs are passed over.</param>
    /// <param name="file">The file's name, for the error.</param>
    /// <exception cref="FingerspellException">An entry is missing or says what this program cannot use.</exception>
    public static HandModelMetadata Parse(IReadOnlyDictionary<string, string> properties, string file)
    {
        var entries = new ModelProperties(properties, ModelKind.Hands, file);
        entries.Text("size", _ => entries.Size % HandModel.CellSize == 0, $"a multiple of {HandModel.CellSize}");
        return new HandModelMetadata(entries.Network, entries.Size, entries.Threshold, entries.Provenance);
    }
}
