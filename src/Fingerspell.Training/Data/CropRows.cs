using System.Globalization;
using CsvHelper;
using Fingerspell.Imaging;

namespace Fingerspell.Training.Data;

/// <summary>
/// Reads the pictures of a CSV file as Sign Language MNIST writes them, <c>pixel1,…,pixel784</c>, with or without the column
/// <c>label</c> in front, which is passed over. Unlike <see cref="SignLanguageMnist"/> it goes on after a wrong row.
/// </summary>
public static class CropRows
{
    static readonly string[] PixelColumns = [.. Enumerable.Range(1, DatasetSplit.PixelsPerRow).Select(i => $"pixel{i}")];

    /// <summary>Reads the rows of a file.</summary>
    /// <param name="path">The CSV file.</param>
    /// <exception cref="FingerspellException">The file cannot be read, or is not such a file.</exception>
    public static IReadOnlyList<CropRow> Load(string path)
    {
        try
        {
            byte[] csv = File.ReadAllBytes(path);
            if (csv.Length == 0)
                throw Wrong(path, "it is empty");
            using var reader = CsvReader.Create(csv, new CsvReaderOptions
            {
                Separator = ',',
                MalformedData = CsvMalformedDataHandling.Throw,
            });
            bool labelled = reader.Headers.Count > 0 && reader.Headers[0] == "label";
            if (!reader.Headers.Skip(labelled ? 1 : 0).SequenceEqual(PixelColumns))
                throw Wrong(path, "its header is another");
            var rows = new List<CropRow>();
            while (reader.Read())
                rows.Add(Parse(rows.Count + 1, reader, labelled ? 1 : 0));
            return rows.Count > 0 ? rows : throw Wrong(path, "it has a header but no row");
        }
        catch (CsvFormatException e)
        {
            throw Wrong(path, $"near byte {e.ByteOffset} it is not CSV ({e.Message})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"{path} cannot be read: {e.Message}", e);
        }
    }

    static CropRow Parse(int number, CsvReader reader, int firstPixel)
    {
        int expected = firstPixel + DatasetSplit.PixelsPerRow;
        if (reader.FieldCount != expected)
            return new(number, null, $"{reader.FieldCount} values, expected {expected}");
        byte[] pixels = new byte[DatasetSplit.PixelsPerRow];
        for (int i = 0; i < pixels.Length; i++)
            if (!byte.TryParse(reader.GetSpan(firstPixel + i), NumberStyles.None, CultureInfo.InvariantCulture, out pixels[i]))
                return new(number, null, $"{PixelColumns[i]} is not a whole number from 0 to 255");
        return new(number, new GrayCrop(DatasetSplit.Side, pixels), null);
    }

    static FingerspellException Wrong(string path, string what) =>
        new($"{path} is not a file of 28×28 pictures: {what}; its header is label,pixel1,…,pixel784 or without label");
}
