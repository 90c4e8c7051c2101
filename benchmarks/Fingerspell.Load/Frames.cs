namespace Fingerspell.Load;

/// <summary>What is sent.</summary>
static class Frames
{
    const int Most = 200;

    public static IReadOnlyList<byte[]> Load(DirectoryInfo folder)
    {
        byte[][] frames = [.. folder.EnumerateFiles("*.jpg", SearchOption.AllDirectories)
            .OrderBy(file => file.FullName, StringComparer.Ordinal).Take(Most).Select(file => File.ReadAllBytes(file.FullName))];
        return frames.Length > 0 ? frames : throw new ArgumentException($"{folder} holds no .jpg files");
    }
}
