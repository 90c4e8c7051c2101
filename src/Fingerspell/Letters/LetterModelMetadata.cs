using System.Globalization;
using System.Text.Json;

namespace Fingerspell.Letters;

/// <summary>What a letter model's file says of itself, in the <c>metadata_props</c> of the ONNX file.</summary>
/// <param name="Network">The architecture, such as <c>tutorial</c>.</param>
/// <param name="Size">Width and height of its input crop in pixels, 8–512.</param>
/// <param name="Normalisation">How its graph scales pixels.</param>
/// <param name="Temperature">What logits are divided by before the softmax, above 0; 1 changes nothing.</param>
/// <param name="Threshold">The confidence, 0–1, below which no letter is named.</param>
/// <param name="Provenance">What trained it on what: one JSON object.</param>
public sealed record LetterModelMetadata(
    string Network, int Size, Normalisation Normalisation, double Temperature, double Threshold, string Provenance)
{
    const string Prefix = "fingerspell.", Format = "1", Kind = "letters";
    const int SmallestSize = 8, LargestSize = 512;

    /// <summary>The letter of each output: the dataset's labels 0–24, of which 9 (J) is unused.</summary>
    public static string Letters { get; } = string.Concat(Enumerable.Range(0, Alphabet.LabelCount).Select(Alphabet.LetterOf));

    /// <summary>The entries of <c>metadata_props</c>; <see cref="Parse"/> reads them back.</summary>
    public IReadOnlyDictionary<string, string> ToProperties() => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [Prefix + "format"] = Format,
        [Prefix + "kind"] = Kind,
        [Prefix + "network"] = Network,
        [Prefix + "size"] = Size.ToString(CultureInfo.InvariantCulture),
        [Prefix + "letters"] = Letters,
        [Prefix + "normalisation"] = Normalisation == Normalisation.Unit ? "unit" : "standardised",
        [Prefix + "temperature"] = Temperature.ToString("R", CultureInfo.InvariantCulture),
        [Prefix + "threshold"] = Threshold.ToString("R", CultureInfo.InvariantCulture),
        [Prefix + "provenance"] = Provenance,
    };

    /// <summary>Reads the entries of <c>metadata_props</c>.</summary>
    /// <param name="properties">All entries of the file; those of other programs are passed over.</param>
    /// <param name="file">The file's name, for the error.</param>
    /// <exception cref="FingerspellException">An entry is missing or says what this program cannot use.</exception>
    public static LetterModelMetadata Parse(IReadOnlyDictionary<string, string> properties, string file)
    {
        string Text(string key) => properties.TryGetValue(Prefix + key, out string? value)
            ? value
            : throw Refused(file, $"it has no {Prefix}{key}");

        T Checked<T>(string key, Func<string, (bool Good, T Value)> read, string expected)
        {
            string text = Text(key);
            var (good, value) = read(text);
            return good ? value : throw Refused(file, $"its {Prefix}{key} is \"{Shortened(text)}\", not {expected}");
        }

        Checked("format", t => (t == Format, t), $"\"{Format}\"");
        Checked("kind", t => (t == Kind, t), $"\"{Kind}\"");
        Checked("letters", t => (t == Letters, t), $"\"{Letters}\"");
        return new LetterModelMetadata(
            Checked("network", t => (t.Length > 0, t), "a name"),
            Checked("size", ReadSize, $"a whole number {SmallestSize}–{LargestSize}"),
            Checked("normalisation", ReadNormalisation, "\"unit\" or \"standardised\""),
            Checked("temperature", t => ReadNumber(t, n => n > 0), "a number above 0"),
            Checked("threshold", t => ReadNumber(t, n => n is >= 0 and <= 1), "a number 0–1"),
            Checked("provenance", t => (IsJsonObject(t), t), "a JSON object"));
    }

    static (bool, int) ReadSize(string text) =>
        (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size)
            && size is >= SmallestSize and <= LargestSize, size);

    static (bool, Normalisation) ReadNormalisation(string text) =>
        (text is "unit" or "standardised", text == "unit" ? Normalisation.Unit : Normalisation.Standardised);

    static (bool, double) ReadNumber(string text, Func<double, bool> isGood) =>
        (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) && isGood(number), number);

    static bool IsJsonObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";

    static FingerspellException Refused(string file, string reason) =>
        new($"{file} is not a letter model that this version can read: {reason}; write one with `fingerspell export`");
}
