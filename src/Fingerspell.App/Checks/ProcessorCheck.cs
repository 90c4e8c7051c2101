using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Fingerspell.Training.Networks;

namespace Fingerspell.App.Checks;

/// <summary>What the processor offers: threads, and the widest vectors that .NET uses on it.</summary>
static class ProcessorCheck
{
    /// <param name="limited">Whether some networks may train with the oldest of them only, see <see cref="OneDnn"/>.</param>
    public static Finding Of(bool limited)
    {
        string vectors = Vector512.IsHardwareAccelerated ? "512-bit vectors"
            : Vector256.IsHardwareAccelerated ? "256-bit vectors"
            : "128-bit vectors: training will be slow";
        // Of the networks that are shipped each channel fills a vector of AVX-512.
        string slow = Avx512BW.IsSupported ? "tutorial and residual" : "all networks";
        if (limited)
            vectors += $"; it hides its caches, with which PyTorch's wide convolutions go wrong, so {slow} train with SSE 4.1 and take two to four times as long";
        return new Finding("processor", State.Ok, $"{Environment.ProcessorCount} threads, {vectors}");
    }
}
