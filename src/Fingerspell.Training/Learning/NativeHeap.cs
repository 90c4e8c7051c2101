using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Fingerspell.Training.Learning;

/// <summary>
/// Tells glibc's heap to keep the large blocks that tensors come and go in, and PyTorch to ask for huge pages for them. Left alone the
/// heap hands each back to the kernel and takes page faults for it again, a quarter of the training time; with pages of 4 KB another tenth goes there.
/// </summary>
static partial class NativeHeap
{
    // From glibc's malloc.h.
    const int TrimThreshold = -1, MmapMax = -4;

    /// <summary>PyTorch reads this once, at its first tensor. What the user has set stays.</summary>
    /// <remarks>Huge pages are had where the kernel gives them to who asks (<c>madvise</c>), as it does by default.</remarks>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The first tensor may come from anywhere in this assembly.")]
    internal static void AskForHugePages() => NativeEnvironment.SetDefault("THP_MEM_ALLOC_ENABLE", "1");

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
