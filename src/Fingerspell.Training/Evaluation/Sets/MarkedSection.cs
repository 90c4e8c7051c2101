namespace Fingerspell.Training.Evaluation.Sets;

/// <summary>A section of a text file that a program writes again and again, between two comments; the rest is for people.</summary>
/// <param name="Command">What writes it, which the comments name.</param>
public sealed record MarkedSection(string Command)
{
    /// <summary>How single letters of sets of photographs are read.</summary>
    public static MarkedSection Sets { get; } = new("evaluate --sets");

    /// <summary>How words are read.</summary>
    public static MarkedSection Words { get; } = new("evaluate --words");

    /// <summary>Stands before the section.</summary>
    public string Begin => $"<!-- {Command}: written by the program from here -->";

    /// <summary>Stands after it.</summary>
    public string End => $"<!-- {Command}: to here -->";

    /// <summary>Refuses a file in which a section cannot be replaced, before there is anything to write into it.</summary>
    /// <param name="path">A text file; one that does not exist will do.</param>
    /// <exception cref="FingerspellException">The file is there but cannot be read, or has not each marker once and in order, or it is a folder.</exception>
    public void Check(string path) => _ = Read(path);

    /// <summary>Replaces the section; a file that does not exist is made with nothing else in it. Whole or not at all.</summary>
    /// <param name="path">The text file.</param>
    /// <param name="content">What shall stand between the markers; it ends in a line feed.</param>
    /// <exception cref="FingerspellException">As <see cref="Check"/>, or the file cannot be written.</exception>
    public void Replace(string path, string content)
    {
        var (before, after) = Read(path);
        WholeFile.Write(path, $"{before}{Begin}\n{content}{End}{after}");
    }

    (string Before, string After) Read(string path)
    {
        if (Directory.Exists(path))
            throw new FingerspellException($"{path} is a folder; name a Markdown file");
        if (!File.Exists(path))
            return ("", "\n");
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"{path} cannot be read: {e.Message}", e);
        }
        int begin = text.IndexOf(Begin, StringComparison.Ordinal), end = text.IndexOf(End, StringComparison.Ordinal);
        bool once = begin == text.LastIndexOf(Begin, StringComparison.Ordinal) && end == text.LastIndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin && once
            ? (text[..begin], text[(end + End.Length)..])
            : throw new FingerspellException(
                $"{path} has no place for the figures; put the line {Begin} and after it the line {End} where they belong, each once");
    }
}
