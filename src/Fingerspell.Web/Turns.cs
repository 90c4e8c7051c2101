namespace Fingerspell.Web;

/// <summary>
/// Shares the cores between all who read: no more readings run at once than there are cores, and who waits comes on in the
/// order of asking. A session asks again after each frame, so that all sessions have equal shares.
/// </summary>
sealed class Turns(int cores) : IDisposable
{
    readonly SemaphoreSlim free = new(cores);

    /// <summary>Waits for a core; disposing what it gives hands the core on.</summary>
    public async Task<Turn> TakeAsync(CancellationToken stop)
    {
        await free.WaitAsync(stop);
        return new Turn(free);
    }

    public void Dispose() => free.Dispose();

    /// <summary>The right to compute on one core.</summary>
    public readonly struct Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
