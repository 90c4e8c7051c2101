using System.Runtime.InteropServices;

namespace Fingerspell.Training.Learning;

/// <summary>
/// Tells glibc's heap to keep the large blocks that tensors come and go in. Left alone it hands each back to the kernel
/// and takes page faults for it again, a quarter of the training time.
/// </summary>
static partial class NativeHeap
{
    // From glibc's malloc.h.
    const int TrimThreshold = -1, MmapMax = -4;

    /// <summary>From now on large blocks stay in the process.</summary>
    public static void KeepLargeBlocks() => IfGlibc(() =>
    {
        _ = mallopt(MmapMax, 0);
        _ = mallopt(TrimThreshold, int.MaxValue);
    });

    /// <summary>Hands back what is free at the moment.</summary>
    public static void Trim() => IfGlibc(() => _ = malloc_trim(0));

    // Another C library has no such knobs, and needs none.
    static void IfGlibc(Action act)
    {
        try
        {
            act();
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
        }
    }

    [LibraryImport("libc.so.6")]
    private static partial int mallopt(int parameter, int value);

    [LibraryImport("libc.so.6")]
    private static partial int malloc_trim(nuint pad);
}
