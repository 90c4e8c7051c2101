using System.Globalization;
using System.Text.Json;

namespace Fingerspell.Models;

/// <summary>
/// The entries <c>fingerspell.…</c> in the <c>metadata_props</c> of a model file: those that every kind of model has, and
/// checked reading of others.
/// </summary>
sealed class ModelProperties
{
    const string Prefix = "fingerspell.", Format = "1";
    const int SmallestSize = 8, LargestSize = 512;

    readonly IReadOnlyDictionary<string, string> properties;
    readonly ModelKind kind;
    readonly string file;

    /// <summary>Entries to be read, of a file whose name is for the error.</summary>
    /// <exception cref="FingerspellException">They are those of another format or kind.</exception>
    public ModelProperties(IReadOnlyDictionary<string, string> properties, ModelKind kind, string file)
    {
        this.properties = properties;
        this.kind = kind;
        this.file = file;
        Text("format", text => text == Format, $"\"{Format}\"");
        Text("kind", text => text == kind.Id, $"\"{kind.Id}\"");
    }

    public string Network => Text("network", text => text.Length > 0, "a name");

    public int Size => Whole("size", SmallestSize, LargestSize);

    public double Threshold => Number("threshold", number => number is >= 0 and <= 1, "a number 0–1");

    public string Provenance => Text("provenance", IsJsonObject, "a JSON object");

    /// <summary>The entries that every kind of model has, and <paramref name="more"/>, as they are written.</summary>
    public static IReadOnlyDictionary<string, string> Write(
        ModelKind kind, string network, int size, double threshold, string provenance, params (string Key, string Value)[] more)
    {
        var written = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in ((string, string)[])[
            ("format", Format), ("kind", kind.Id), ("network", network), ("size", Written(size)),
            ("threshold", Written(threshold)), ("provenance", provenance), .. more])
            written[Prefix + key] = value;
        return written;
    }

    public static string Written(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <exception cref="FingerspellException">The entry is missing or not good.</exception>
    public string Text(string key, Func<string, bool> isGood, string expected)
    {
        if (!properties.TryGetValue(Prefix + key, out string? text))
            throw Refused($"it has no {Prefix}{key}");
        return isGood(text) ? text : throw Refused($"its {Prefix}{key} is \"{Shortened(text)}\", not {expected}");
    }

    /// <inheritdoc cref="Text"/>
    public double Number(string key, Func<double, bool> isGood, string expected)
    {
        double number = 0;
        Text(key, text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number) && isGood(number), expected);
        return number;
    }

    /// <inheritdoc cref="Text"/>
    public int Whole(string key, int least, int most)
    {
        int number = 0;
        Text(key, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number >= least && number <= most, $"a whole number {least}–{most}");
        return number;
    }

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

    FingerspellException Refused(string reason) =>
        new($"{file} is not a {kind.Name} that this version can read: {reason}; write one with `{kind.Writer}`");
}
