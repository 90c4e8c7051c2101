using Fingerspell.Showing;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Browser.Tests;

/// <summary>The drawn hand in front of Chromium's camera.</summary>
static class DrawnCamera
{
    const int FramesASecond = 30;

    // The video begins again without a pause, and a Z is over when the hand has come to rest.
    const double Rest = 0.4;

    // As a webcam sees it: the whole hand and much of the arm, before a wall.
    static readonly Rgb Wall = new(200, 198, 194);
    static readonly HandLook Look = new() { Tone = SkinTone.Light, Background = Wall, Span = 330, Centre = new(12, -8), Lines = 0.3f, Samples = 2 };

    /// <summary>Writes a video of letters, with the motion between them.</summary>
    /// <param name="path">Where it shall be.</param>
    /// <param name="letters">A–Z.</param>
    /// <param name="times">How many times longer than usual a letter is shown; what moves is as fast as usual.</param>
    /// <param name="side">Which hand signs.</param>
    public static string Save(string path, string letters, int times = 2, HandSide side = HandSide.Right)
    {
        var motion = new SpellingMotion(letters);
        using var folder = new TemporaryFolder();
        using var file = File.Create(path);
        var drawn = new Dictionary<Pose, byte[]>(); // a hand that is held is drawn once
        for (int i = 0; i < (motion.Duration + Rest) * FramesASecond; i++)
        {
            var (pose, shown) = motion.At(i / (double)FramesASecond);
            if (!drawn.TryGetValue(pose, out byte[]? picture))
                drawn.Add(pose, picture = Picture(pose, side, folder["frame.jpg"]));
            for (int again = 0; again < (shown >= 0 && !LetterMotion.Moves(letters[shown]) ? times : 1); again++)
                file.Write(picture);
        }
        return path;
    }

    static byte[] Picture(Pose pose, HandSide side, string beside)
    {
        using var frame = HandDrawing.Render(pose, Look with { Side = side }, 480, 360).ToFrame(Wall);
        frame.Save(beside);
        return File.ReadAllBytes(beside);
    }
}
