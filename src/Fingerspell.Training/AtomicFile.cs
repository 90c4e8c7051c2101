namespace Fingerspell.Training;

/// <summary>Writes files whole or not at all: beside their place first, then renamed over it.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file; whoever reads it finds the old content or the new, never a part.</summary>
    /// <param name="path">Where it shall stand; its folder is made where it is missing.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        string beside = $"{path}.{Environment.ProcessId}.part";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            using (var file = File.Create(beside))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Writes a text file.</summary>
    /// <param name="path">Where it shall stand.</param>
    /// <param name="text">Its content.</param>
    public static void WriteText(string path, string text) => Write(path, file => file.Write(System.Text.Encoding.UTF8.GetBytes(text)));
}
