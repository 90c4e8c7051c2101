using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Browser.Tests;

/// <summary>Pictures and camera videos, drawn for tests.</summary>
static class Pictures
{
    /// <summary>The hand's square in every picture: left of the middle, so that mirroring moves it.</summary>
    public static Box Square { get; } = new(40, 60, 100, 100);

    public const int Width = 320, Height = 240;

    /// <summary>A square that shows a letter on black, as a JPEG file.</summary>
    public static byte[] Letter(char letter) => Squared(MadeModel.GrayOf(letter), 0);

    /// <summary>The same for <see cref="SaveVideo"/>; only black where there is no letter.</summary>
    public static byte[] CameraLetter(char? letter)
    {
        return Squared(Level(letter is { } shown ? MadeModel.GrayOf(shown) : (byte)0), Level(0));

        // Chromium's made-up camera takes black for level 16 and white for 235.
        static byte Level(byte gray) => (byte)(16 + gray * 219 / 255);
    }

    /// <summary>Writes a video for Chromium's camera: JPEG pictures one after the other, 30 a second.</summary>
    /// <param name="path">Where it shall be.</param>
    /// <param name="pictures">All of one size.</param>
    /// <param name="frames">For how many frames each of them is shown.</param>
    public static string SaveVideo(string path, IEnumerable<byte[]> pictures, int frames = 45)
    {
        using var file = File.Create(path);
        foreach (byte[] picture in pictures)
            for (int i = 0; i < frames; i++)
                file.Write(picture);
        return path;
    }

    static byte[] Squared(byte gray, byte around)
    {
        using var frame = MadePictures.Drawn(Width, Height, (x, y) =>
            x >= Square.X && x < Square.X + Square.Width && y >= Square.Y && y < Square.Y + Square.Height ? (gray, gray, gray) : (around, around, around));
        using var folder = new TemporaryFolder();
        frame.Save(folder["picture.jpg"]);
        return File.ReadAllBytes(folder["picture.jpg"]);
    }
}
