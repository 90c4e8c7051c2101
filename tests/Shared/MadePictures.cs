using Fingerspell.Imaging;

namespace Fingerspell.Tests.Shared;

/// <summary>Pictures drawn for tests.</summary>
public static class MadePictures
{
    /// <summary>A frame of one grey, which <see cref="MadeModel"/> reads as a letter.</summary>
    public static Frame Plain(byte gray, int width = 320, int height = 300)
    {
        byte[] pixels = new byte[width * height * 3];
        Array.Fill(pixels, gray);
        return Frame.FromBgr(width, height, pixels);
    }

    /// <summary>A black frame with white boxes, which <see cref="MadeHandModel"/> sees as a hand; what of them is outside is left away.</summary>
    public static Frame Bright(int width, int height, params Box[] boxes)
    {
        byte[] pixels = new byte[width * height * 3];
        foreach (var box in boxes.Select(box => box.Clip(new Box(0, 0, width, height))).OfType<Box>())
            for (int y = box.Y; y < box.Y + box.Height; y++)
                pixels.AsSpan((y * width + box.X) * 3, box.Width * 3).Fill(255);
        return Frame.FromBgr(width, height, pixels);
    }

    /// <summary>A frame whose pixels are computed from their place.</summary>
    public static Frame Drawn(int width, int height, Func<int, int, (byte B, byte G, byte R)> colour)
    {
        byte[] pixels = new byte[width * height * 3];
        for (int y = 0, i = 0; y < height; y++)
            for (int x = 0; x < width; x++, i += 3)
                (pixels[i], pixels[i + 1], pixels[i + 2]) = colour(x, y);
        return Frame.FromBgr(width, height, pixels);
    }

    /// <summary>Writes a picture of one grey and returns its path.</summary>
    public static string Save(string path, byte gray, int width = 320, int height = 300)
    {
        using var frame = Plain(gray, width, height);
        frame.Save(path);
        return path;
    }

    /// <summary>Writes a black picture of 320×300 with a square of one grey, 160 pixels wide, at (100, 80).</summary>
    public static void SaveSquare(string path, byte gray)
    {
        using var frame = Drawn(320, 300, (x, y) => x is >= 100 and < 260 && y is >= 80 and < 240 ? (gray, gray, gray) : ((byte)0, (byte)0, (byte)0));
        frame.Save(path);
    }
}
