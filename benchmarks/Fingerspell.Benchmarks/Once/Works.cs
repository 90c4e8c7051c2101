namespace Fingerspell.Benchmarks.Once;

/// <summary>The works that <c>benchmarks/compare</c> and <c>benchmarks/grow</c> time, by name; each prints lines of a name, a tab and a number.</summary>
static class Works
{
    /// <summary>Does a work and prints what it took.</summary>
    /// <param name="name">The work.</param>
    /// <param name="arguments">Its own arguments.</param>
    /// <returns>0, or 2 where there is no such work.</returns>
    public static int Run(string name, string[] arguments)
    {
        switch (name)
        {
            case "epoch":
                TutorialEpoch.Run();
                return 0;
            case "layers":
                LayerTimes.Run();
                return 0;
            case "steps":
                StepTimes.Run();
                return 0;
            case "csv":
                CsvReading.Run(arguments[0]);
                return 0;
            case "unpack":
                CsvReading.Unpack(arguments[0]);
                return 0;
            case "letters":
                LetterNetwork.Run();
                return 0;
            case "video":
                SteadyVideo.Run(640, 480);
                return 0;
            case "sizes":
                FrameSizes.Run();
                return 0;
            case "batches":
                LetterNetwork.RunBatches();
                return 0;
            default:
                Console.Error.WriteLine($"there is no work '{name}'; there are epoch, layers, steps, csv FILE, unpack FILE, letters, video, sizes, batches");
                return 2;
        }
    }
}
