using CsvHelper;

namespace Fingerspell.Training.Data;

/// <summary>
/// Reads <c>sources.csv</c>, which says of each row of the dataset whom it shows and which photograph it was made from:
/// columns <c>split,row,label,signer,photo</c>, and any further ones; rows are counted from 1.
/// </summary>
static class SourcesFile
{
    public const string Name = "sources.csv";

    static readonly string[] Columns = ["split", "row", "label", "signer", "photo"];

    /// <summary>Both splits with the sources that the file gives.</summary>
    /// <exception cref="FingerspellException">The file cannot be read, or does not fit the data.</exception>
    public static (DatasetSplit Train, DatasetSplit Test) Attach(string file, DatasetSplit train, DatasetSplit test)
    {
        var sources = new Dictionary<string, RowSource?[]>
        {
            [train.Name] = new RowSource?[train.Count],
            [test.Name] = new RowSource?[test.Count],
        };
        try
        {
            using var reader = CsvReader.Create(File.ReadAllBytes(file), new CsvReaderOptions
            {
                Separator = ',',
                MalformedData = CsvMalformedDataHandling.Throw,
                PoolStrings = true,
            });
            foreach (string column in Columns)
                if (!reader.Headers.Contains(column))
                    throw Wrong(file, $"header: there is no column {column}; it has {string.Join(",", Columns)}");
            while (reader.Read())
                Add(file, reader, sources, train, test);
        }
        catch (CsvFormatException e)
        {
            throw Wrong(file, $"near byte {e.ByteOffset}: not a CSV file ({e.Message})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"{file} cannot be read: {e.Message}", e);
        }
        return (With(file, train, sources[train.Name]), With(file, test, sources[test.Name]));
    }

    static void Add(
        string file, CsvReader reader, Dictionary<string, RowSource?[]> sources, DatasetSplit train, DatasetSplit test)
    {
        string split = reader.GetString("split");
        if (!sources.TryGetValue(split, out var rows))
            throw Wrong(file, $"row {reader.RowNumber}, column split: expected train or test, found \"{split}\"");
        if (!reader.TryParse(reader.GetFieldIndex("row"), out int row) || row < 1 || row > rows.Length)
            throw Wrong(file, $"row {reader.RowNumber}, column row: expected 1 to {rows.Length}, the rows of {split}, "
                + $"found \"{reader.GetString("row")}\"");
        int label = (split == train.Name ? train : test).Labels[row - 1];
        if (reader.GetString("label") != $"{label}")
            throw Wrong(file, $"row {reader.RowNumber}, column label: {split} row {row} has label {label}, "
                + $"not \"{reader.GetString("label")}\"");
        if (rows[row - 1] is not null)
            throw Wrong(file, $"row {reader.RowNumber}, column row: {split} row {row} was named before");

        var source = new RowSource(reader.GetString("signer"), reader.GetString("photo"));
        if (source.Signer.Length == 0 || source.Photo.Length == 0)
            throw Wrong(file, $"row {reader.RowNumber}: signer and photo must not be empty");
        rows[row - 1] = source;
    }

    static DatasetSplit With(string file, DatasetSplit split, RowSource?[] sources)
    {
        int missing = Array.IndexOf(sources, null);
        if (missing >= 0)
            throw Wrong(file, $"{split.Name} row {missing + 1} is not named");
        return new DatasetSplit(split.Name, split.Labels, split.Pixels, [.. sources.Select(source => source!.Value)]);
    }

    static FingerspellException Wrong(string file, string what) =>
        new($"{file}, {what}; use the {Name} that belongs to this data, or take it away");
}
