using CsvHelper;
using Fingerspell.Imaging;

namespace Fingerspell.Training.Data;

/// <summary>
/// Reads box files: where the hand is in each photograph of a set, columns <c>file,letter,signer,x,y,width,height</c> and
/// any further ones; the box in pixels.
/// </summary>
public static class HandBoxes
{
    static readonly string[] Columns = ["file", "letter", "signer", "x", "y", "width", "height"];

    /// <summary>Reads and checks a box file.</summary>
    /// <param name="path">The CSV file.</param>
    /// <returns>A box for each photograph, by its name in the file, such as <c>A/user_11_A0.jpg</c>.</returns>
    /// <exception cref="FingerspellException">The file is missing or not a box file; the message names the row.</exception>
    public static IReadOnlyDictionary<string, HandBox> Load(string path)
    {
        if (!File.Exists(path))
            throw new FingerspellException($"the box file {path} does not exist");
        var boxes = new Dictionary<string, HandBox>(StringComparer.Ordinal);
        try
        {
            using var reader = CsvReader.Create(File.ReadAllBytes(path), new CsvReaderOptions
            {
                Separator = ',',
                MalformedData = CsvMalformedDataHandling.Throw,
            });
            foreach (string column in Columns)
                if (!reader.Headers.Contains(column))
                    throw Wrong(path, $"header: there is no column {column}");
            while (reader.Read())
            {
                var box = Parse(path, reader);
                if (!boxes.TryAdd(box.File, box))
                    throw Wrong(path, $"row {reader.RowNumber}: {box.File} has a box already");
            }
            return boxes;
        }
        catch (CsvFormatException e)
        {
            throw Wrong(path, $"near byte {e.ByteOffset}: not a CSV file ({e.Message})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"the box file {path} cannot be read: {e.Message}", e);
        }
    }

    static HandBox Parse(string path, CsvReader reader)
    {
        if (reader.FieldCount != reader.Headers.Count)
            throw Wrong(path, $"row {reader.RowNumber}: {reader.FieldCount} values under {reader.Headers.Count} columns");
        string file = reader.GetString("file"), signer = reader.GetString("signer");
        if (file.Length == 0)
            throw Wrong(path, $"row {reader.RowNumber}, column file: it is empty");
        if (reader.GetString("letter") is not [>= 'A' and <= 'Z' and var letter])
            throw Wrong(path, $"row {reader.RowNumber}, column letter: expected A to Z, found \"{reader.GetString("letter")}\"");
        var box = new Box(
            Number(path, reader, "x", int.MinValue), Number(path, reader, "y", int.MinValue),
            Number(path, reader, "width", 1), Number(path, reader, "height", 1));
        return new(file, letter, signer.Length == 0 ? null : signer, box);
    }

    static int Number(string path, CsvReader reader, string column, int least) =>
        reader.TryParse(reader.GetFieldIndex(column), out int number) && number >= least
            ? number
            : throw Wrong(path, $"row {reader.RowNumber}, column {column}: expected a whole number"
                + (least == int.MinValue ? "" : $" of {least} or more") + $", found \"{reader.GetString(column)}\"");

    static FingerspellException Wrong(string path, string what) =>
        new($"the box file {path}, {what}; its columns are {string.Join(",", Columns)}, the box in pixels");
}
