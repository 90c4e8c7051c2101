using Fingerspell.Hands;
using Fingerspell.Imaging;

namespace Fingerspell.Web.Tests;

/// <summary>Finds the hand everywhere, but only when the test lets it.</summary>
sealed class GatedHands : IHandFinder, IDisposable
{
    readonly SemaphoreSlim begun = new(0), gate = new(0);
    int now, most;

    /// <summary>The most frames that were ever read at once.</summary>
    public int MostAtOnce => most;

    public IReadOnlyList<HandPlace> Places(Frame frame)
    {
        lock (gate)
            most = Math.Max(most, ++now);
        begun.Release();
        gate.Wait(TestContext.Current.CancellationToken);
        lock (gate)
            now--;
        return [new(frame.Bounds, 1)];
    }

    public IHandFinder ForStream() => this;

    /// <summary>Waits until a frame is being read.</summary>
    public Task BegunAsync() => begun.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets so many frames pass.</summary>
    public void Open(int frames = 1) => gate.Release(frames);

    public void Dispose()
    {
        begun.Dispose();
        gate.Dispose();
    }
}
