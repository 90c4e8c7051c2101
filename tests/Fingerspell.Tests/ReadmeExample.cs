using Fingerspell;
using Fingerspell.Imaging;

namespace Readme;

/// <summary>The README's example, compiled; ReadmeExampleTests checks that both are the same.</summary>
static class Example
{
    public static void Run()
    {
        using var recognizer = Recognizer.LoadShipped();
        using var frame = Frame.Load("hand.jpg");
        var reading = recognizer.Read(frame);
        Console.WriteLine($"{reading.Letter?.ToString() ?? "no letter"}, {reading.Confidence:P0}, hand at {reading.Box}");
        foreach (var candidate in reading.Candidates.Take(3))
            Console.WriteLine($"  {candidate.Letter} {candidate.Confidence:P1}");
    }
}
