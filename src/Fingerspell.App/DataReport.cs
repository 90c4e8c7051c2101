using System.Globalization;
using System.Text;
using System.Text.Json;
using Fingerspell.Training.Data;

namespace Fingerspell.App;

/// <summary>What <c>fingerspell data</c> says; the properties are the keys of its JSON.</summary>
/// <param name="Place">The folder or archive.</param>
/// <param name="IsAsPublished">Whether both files are the published ones, byte for byte.</param>
/// <param name="Train">The training file.</param>
/// <param name="Test">The test file.</param>
/// <param name="Sources">Who and what is shown, or null without <c>sources.csv</c>.</param>
sealed record DataReport(
    string Place, bool IsAsPublished, DataReport.FileReport Train, DataReport.FileReport Test, DataReport.SourcesReport? Sources)
{
    /// <summary>One of the two files.</summary>
    public sealed record FileReport(int Rows, string Sha256, bool IsAsPublished, IReadOnlyDictionary<char, int> Letters);

    /// <summary>How many photographs the rows were made from, and of whom.</summary>
    public sealed record SourcesReport(int Photos, int TrainPhotos, int TestPhotos, IReadOnlyList<string> Signers);

    public static DataReport Of(SignLanguageMnist data) => new(
        data.Place, data.IsAsPublished,
        FileOf(data.Train, data.TrainSha256, PublishedFiles.TrainSha256),
        FileOf(data.Test, data.TestSha256, PublishedFiles.TestSha256),
        data.Train.Sources is { } train && data.Test.Sources is { } test ? SourcesOf(train, test) : null);

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public string ToText()
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"Sign Language MNIST: {Place}").AppendLine()
            .AppendLine("file      rows  sha256")
            .AppendLine(Line("train", Train)).AppendLine(Line("test", Test)).AppendLine()
            .AppendLine("letter  train   test");
        foreach (var (letter, rows) in Train.Letters)
            text.AppendLine(CultureInfo.InvariantCulture, $"{letter,-6} {rows,6:N0} {Test.Letters[letter],6:N0}");
        text.AppendLine();
        text.Append(Sources is null
            ? "Whom the rows show is not known: there is no sources.csv beside the data."
            : FormattableString.Invariant($"The rows are variants of {Sources.Photos:N0} photographs of {Sources.Signers.Count} signers")
                + FormattableString.Invariant($" ({Sources.TrainPhotos:N0} in train, {Sources.TestPhotos:N0} in test)."));
        return text.ToString();
    }

    static string Line(string name, FileReport file) => FormattableString.Invariant(
        $"{name,-6} {file.Rows,7:N0}  {file.Sha256}, {(file.IsAsPublished ? "as published" : "not the published file")}");

    static FileReport FileOf(DatasetSplit split, string sha256, string published) => new(
        split.Count, sha256, sha256 == published, split.LetterCounts().ToDictionary(count => count.Letter, count => count.Rows));

    static SourcesReport SourcesOf(IReadOnlyList<RowSource> train, IReadOnlyList<RowSource> test) => new(
        train.Concat(test).Select(source => source.Photo).Distinct().Count(),
        train.Select(source => source.Photo).Distinct().Count(),
        test.Select(source => source.Photo).Distinct().Count(),
        [.. train.Concat(test).Select(source => source.Signer).Distinct().Order(SignerOrder.Instance)]);
}
