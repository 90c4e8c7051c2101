using System.Runtime.Intrinsics;

namespace Fingerspell.App.Checks;

/// <summary>What the processor offers: threads, and the widest vectors that .NET uses on it.</summary>
static class ProcessorCheck
{
    public static Finding Of()
    {
        string vectors = Vector512.IsHardwareAccelerated ? "512-bit vectors"
            : Vector256.IsHardwareAccelerated ? "256-bit vectors"
            : "128-bit vectors: training will be slow";
        return new Finding("processor", State.Ok, $"{Environment.ProcessorCount} threads, {vectors}");
    }
}
