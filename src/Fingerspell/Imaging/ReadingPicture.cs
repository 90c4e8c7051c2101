using System.Globalization;
using Fingerspell.Spelling;
using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>
/// Draws what was read: the frame with the hand's box, and below it the picture that the model sees, the letter, how sure
/// it is, how far it is from being typed, and the text so far.
/// </summary>
public static class ReadingPicture
{
    const int SmallestWidth = 480, MostEnlargedHeight = 2160, Panel = 128, Margin = 12, Inset = Panel - 2 * Margin;
    const HersheyFonts Font = HersheyFonts.HersheyDuplex;

    static readonly Scalar Background = new(38, 34, 32), Bright = new(245, 245, 245), Dim = new(150, 150, 150),
        Sure = new(120, 210, 90), Unsure = new(90, 170, 240), Track = new(70, 66, 64);

    /// <summary>Draws onto a copy of the frame, which small ones are enlarged for; a narrow one is in the middle.</summary>
    /// <param name="frame">The frame as it was read.</param>
    /// <param name="reading">What was read in it.</param>
    /// <param name="text">The text so far.</param>
    /// <param name="holding">The letter that is being held, or null.</param>
    /// <param name="mirror">Whether the frame is shown as in a mirror; what the model sees is not.</param>
    /// <returns>A new frame.</returns>
    public static Frame Draw(Frame frame, Reading reading, string text, Holding? holding, bool mirror)
    {
        int scale = Math.Max(1, Math.Min((SmallestWidth + frame.Width - 1) / frame.Width, MostEnlargedHeight / frame.Height));
        int width = frame.Width * scale, height = frame.Height * scale;
        int across = Math.Max(width, SmallestWidth), left = (across - width) / 2;
        var canvas = new Mat(height + Panel, across, MatType.CV_8UC3, Background);
        using (var picture = canvas[0, height, left, left + width])
        {
            Cv2.Resize(frame.Bgr, picture, picture.Size());
            if (mirror)
                Cv2.Flip(picture, picture, FlipMode.Y);
            if (reading.Box is { } box)
                DrawBox(picture, mirror ? box.Mirror(frame.Width) : box, scale, ColourOf(reading));
        }
        using (var panel = canvas[height, height + Panel, 0, across])
            DrawPanel(panel, reading, text, holding);
        return new Frame(canvas);
    }

    static Scalar ColourOf(Reading reading) => reading.Letter is null ? Unsure : Sure;

    static void DrawBox(Mat picture, Box box, int scale, Scalar colour)
    {
        int thickness = Math.Max(2, picture.Width / 320);
        // The line lies within the box, or at the frame's edge half of it would be lost.
        var rectangle = new Rect(box.X * scale, box.Y * scale, box.Width * scale, box.Height * scale);
        rectangle.Inflate(-thickness / 2, -thickness / 2);
        Cv2.Rectangle(picture, rectangle, colour, thickness);
    }

    static void DrawPanel(Mat panel, Reading reading, string text, Holding? holding)
    {
        DrawInset(panel, reading.Crop);
        int left = Inset + 2 * Margin;
        string letter = reading.Letter is { } named ? $"{named}" : "-";
        Cv2.PutText(panel, letter, new Point(left, 58), Font, 1.9, ColourOf(reading), 3, LineTypes.AntiAlias);

        int barLeft = left + 60, barRight = panel.Width - Margin - 70;
        var track = new Rect(barLeft, 32, Math.Max(1, barRight - barLeft), 14);
        FillTrack(panel, track, reading.Confidence, ColourOf(reading));
        string percent = string.Create(CultureInfo.InvariantCulture, $"{reading.Confidence * 100:0} %");
        Cv2.PutText(panel, percent, new Point(barRight + 10, 46), Font, 0.6, Bright, 1, LineTypes.AntiAlias);

        // Below how sure it is, and thinner: how much of the hold is over.
        FillTrack(panel, new Rect(barLeft, 56, track.Width, 6), holding?.Progress ?? 0, Bright);
        if (holding is { } hold)
            Cv2.PutText(panel, $"{hold.Letter}", new Point(barRight + 10, 66), Font, 0.5, Bright, 1, LineTypes.AntiAlias);

        Cv2.PutText(panel, "text", new Point(left, 104), Font, 0.45, Dim, 1, LineTypes.AntiAlias);
        // The line at its end shows where the next letter goes, and so a space.
        string end = EndThatFits(text + "_", panel.Width - left - 60 - Margin);
        Cv2.PutText(panel, end, new Point(barLeft, 106), Font, 0.9, Bright, 2, LineTypes.AntiAlias);
    }

    static void FillTrack(Mat panel, Rect track, double share, Scalar colour)
    {
        Cv2.Rectangle(panel, track, Track, -1);
        int filled = (int)(track.Width * Math.Clamp(share, 0, 1));
        if (filled > 0)
            Cv2.Rectangle(panel, track with { Width = filled }, colour, -1);
    }

    static void DrawInset(Mat panel, GrayCrop? crop)
    {
        var place = new Rect(Margin, Margin, Inset, Inset);
        if (crop is null)
        {
            Cv2.Rectangle(panel, place, Track, -1);
            return;
        }
        using Mat gray = crop.ToMat(), colour = new();
        Cv2.CvtColor(gray, colour, ColorConversionCodes.GRAY2BGR);
        using var inset = panel[place];
        // Hard pixels: this is what the model sees.
        Cv2.Resize(colour, inset, place.Size, 0, 0, InterpolationFlags.Nearest);
    }

    static string EndThatFits(string text, int width)
    {
        // From its end, since it may be a long text of which little fits.
        int shown = 0;
        while (shown < text.Length && Cv2.GetTextSize(text[^(shown + 1)..], Font, 0.9, 2, out _).Width <= width)
            shown++;
        return text[^shown..];
    }
}
