using Fingerspell.Imaging;
using Fingerspell.Showing;

namespace Fingerspell.App.Showing;

/// <summary>Draws poses as frames of a video. A hand that holds still is drawn once. For one thread at a time.</summary>
sealed class PosePainter(HandLook look, int width, int height) : IDisposable
{
    static readonly Rgb LightGrey = new(232, 230, 226);

    Pose? last;
    Frame? frame;

    /// <summary>The frame of a pose, which stays this painter's and is good until the next one.</summary>
    public Frame Paint(Pose pose)
    {
        if (frame is not null && pose == last)
            return frame;
        frame?.Dispose();
        var background = look.Background ?? LightGrey;
        frame = HandDrawing.Render(pose, look with { Background = background }, width, height).ToFrame(background);
        last = pose;
        return frame;
    }

    public void Dispose() => frame?.Dispose();
}
