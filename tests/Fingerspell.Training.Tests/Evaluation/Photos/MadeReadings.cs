using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation.Photos;

namespace Fingerspell.Training.Tests.Evaluation.Photos;

/// <summary>Readings made up for tests, at a threshold of 0.5.</summary>
static class MadeReadings
{
    public static Box TrueBox { get; } = new(10, 10, 100, 100);

    /// <summary>A photograph of a letter, or of none, in which a letter was thought to be seen.</summary>
    public static PhotoReading Of(char? letter, char best, float confidence, Box? found = null, string name = "1.jpg") => new(
        Photo(letter, name),
        new Reading(
            confidence >= 0.5 ? best : null, confidence, found ?? TrueBox,
            [new LetterCandidate(best, confidence)], new GrayCrop(2, new byte[] { 10, 20, 30, 40 })));

    /// <summary>A photograph in which no hand was found.</summary>
    public static PhotoReading NoHand(char? letter) => new(Photo(letter, "2.jpg"), Reading.NoHand);

    static TestPhoto Photo(char? letter, string name) => letter is { } known
        ? new(name, $"{known}/{name}", (byte)Alphabet.LabelOf(known), new HandBox($"{known}/{name}", known, "ann", TrueBox))
        : new(name, name, null, null);
}
