using System.Diagnostics;

namespace Fingerspell.Load;

/// <summary>What a process has used so far.</summary>
/// <param name="Processor">Time on all cores.</param>
/// <param name="Memory">Resident bytes.</param>
readonly record struct ProcessFigures(TimeSpan Processor, long Memory)
{
    public static ProcessFigures Of(int id)
    {
        using var process = Process.GetProcessById(id);
        return new ProcessFigures(process.TotalProcessorTime, process.WorkingSet64);
    }
}
