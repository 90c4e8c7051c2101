using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>A window that shows frames. Make it, use it and dispose it on one thread.</summary>
public sealed class FrameWindow : IDisposable
{
    const int Escape = 27;

    readonly string title;
    bool shown;

    /// <summary>A window, which appears with its first frame.</summary>
    /// <exception cref="FingerspellException">There is no display.</exception>
    public FrameWindow(string title)
    {
        this.title = title;
        OpenCv.Require();
        try
        {
            Cv2.NamedWindow(title, WindowFlags.AutoSize);
        }
        catch (OpenCVException e)
        {
            throw new FingerspellException("there is no display to open a window on; use --no-window", e);
        }
    }

    /// <summary>Shows a frame, and waits for as long as it is to be seen.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="wait">How long, at least a millisecond.</param>
    /// <returns>Whether to go on: false when the user has pressed q or Escape, or closed the window.</returns>
    public bool Show(Frame frame, TimeSpan wait)
    {
        if (shown && IsClosed())
            return false;
        Cv2.ImShow(title, frame.Bgr);
        shown = true;
        int key = Cv2.WaitKey(Math.Max(1, (int)wait.TotalMilliseconds)) & 0xff;
        return key is not ('q' or 'Q' or Escape);
    }

    /// <summary>Closes the window.</summary>
    public void Dispose()
    {
        if (!IsClosed())
            Cv2.DestroyWindow(title);
    }

    // GTK's windows say -1 for Visible always; AutoSize is -1 only when the window is gone.
    bool IsClosed() => Cv2.GetWindowProperty(title, WindowPropertyFlags.AutoSize) < 0;
}
