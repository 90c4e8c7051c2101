using Fingerspell.Models;

namespace Fingerspell.Letters;

/// <summary>What a letter model's file says of itself, in the <c>metadata_props</c> of the ONNX file.</summary>
/// <param name="Network">The architecture, such as <c>tutorial</c>.</param>
/// <param name="Size">Width and height of its input crop in pixels, 8–512.</param>
/// <param name="Normalisation">How its graph scales pixels.</param>
/// <param name="Temperature">What logits are divided by before the softmax, above 0; 1 changes nothing.</param>
/// <param name="Threshold">The confidence, 0–1, below which no letter is named.</param>
/// <param name="Provenance">What trained it on what: one JSON object.</param>
/// <param name="Margin">How many times larger than the hand's box the crop is, 1–4; see <see cref="Imaging.CropMaker"/>.</param>
/// <param name="Views">1, or 2 where the crop and its mirror image are both looked at and their logits averaged.</param>
/// <param name="SignOdds">How probable a signing hand is; null where the network did not learn what shows none, and the hand finder's word counts.</param>
public sealed record LetterModelMetadata(
    string Network, int Size, Normalisation Normalisation, double Temperature, double Threshold, string Provenance,
    double Margin = 1, int Views = 1, SignOdds? SignOdds = null)
{
    const int MostViews = 2;
    const double LargestMargin = 4;

    /// <summary>The letter of each output: the dataset's labels 0–24, of which 9 (J) is unused.</summary>
    public static string Letters { get; } = string.Concat(Enumerable.Range(0, Alphabet.LabelCount).Select(Alphabet.LetterOf));

    /// <summary>The entries of <c>metadata_props</c>; <see cref="Parse"/> reads them back.</summary>
    public IReadOnlyDictionary<string, string> ToProperties() => ModelProperties.Write(
        ModelKind.Letters, Network, Size, Threshold, Provenance,
        ("letters", Letters),
        ("normalisation", Normalisation == Normalisation.Unit ? "unit" : "standardised"),
        ("temperature", ModelProperties.Written(Temperature)),
        ("margin", ModelProperties.Written(Margin)),
        ("views", ModelProperties.Written(Views)),
        ("sign-odds", SignOdds?.ToString() ?? SignOdds.None));

    /// <summary>Reads the entries of <c>metadata_props</c>.</summary>
    /// <param name="properties">All entries of the file; those of other programs are passed over.</param>
    /// <param name="file">The file's name, for the error.</param>
    /// <exception cref="FingerspellException">An entry is missing or says what this program cannot use.</exception>
    public static LetterModelMetadata Parse(IReadOnlyDictionary<string, string> properties, string file)
    {
        var entries = new ModelProperties(properties, ModelKind.Letters, file);
        entries.Text("letters", text => text == Letters, $"\"{Letters}\"");
        string normalisation = entries.Text("normalisation", text => text is "unit" or "standardised", "\"unit\" or \"standardised\"");
        SignOdds? signOdds = null;
        entries.Text("sign-odds", text => SignOdds.TryParse(text, out signOdds), "three numbers with commas between, or \"none\"");
        return new LetterModelMetadata(
            entries.Network,
            entries.Size,
            normalisation == "unit" ? Normalisation.Unit : Normalisation.Standardised,
            entries.Number("temperature", number => number > 0, "a number above 0"),
            entries.Threshold,
            entries.Provenance,
            entries.Number("margin", number => number is >= 1 and <= LargestMargin, $"a number 1–{LargestMargin}"),
            entries.Whole("views", 1, MostViews),
            signOdds);
    }
}
