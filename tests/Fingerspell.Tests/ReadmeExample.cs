using Fingerspell;
using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Letters;

namespace Readme;

/// <summary>The README's example, compiled; ReadmeExampleTests checks that both are the same.</summary>
static class Example
{
    public static void Run()
    {
        using var recognizer = new Recognizer(new FixedRegion(FixedRegion.Default), LetterModel.LoadShipped());
        using var frame = Frame.Load("hand.jpg");
        var reading = recognizer.Read(frame);
        Console.WriteLine($"{reading.Letter?.ToString() ?? "no letter"}, {reading.Confidence:P0}");
        foreach (var candidate in reading.Candidates.Take(3))
            Console.WriteLine($"  {candidate.Letter} {candidate.Confidence:P1}");
    }
}
