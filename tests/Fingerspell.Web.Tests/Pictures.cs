using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Web.Tests;

/// <summary>The bytes of picture files, drawn for tests.</summary>
static class Pictures
{
    /// <summary>A square that shows a letter, left of the middle of a black frame of 320×240.</summary>
    public static byte[] Letter(char letter, string ending = ".jpg")
    {
        byte gray = MadeModel.GrayOf(letter);
        using var frame = MadePictures.Drawn(320, 240, (x, y) =>
            x is >= 40 and < 140 && y is >= 60 and < 160 ? (gray, gray, gray) : ((byte)0, (byte)0, (byte)0));
        return Encode(frame, ending);
    }

    public static byte[] Encode(Frame frame, string ending)
    {
        using var folder = new TemporaryFolder();
        frame.Save(folder["picture" + ending]);
        return File.ReadAllBytes(folder["picture" + ending]);
    }
}
