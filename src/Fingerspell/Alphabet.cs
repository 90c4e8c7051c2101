namespace Fingerspell;

/// <summary>
/// The letters of the American Sign Language manual alphabet, and the labels by which datasets and networks know them.
/// </summary>
/// <remarks>
/// Sign Language MNIST numbers the letters A–Z as labels 0–25 and has no rows for 9 (J) and 25 (Z), which are signed
/// with motion (<see href="https://www.kaggle.com/datasets/datamunge/sign-language-mnist"/>).
/// </remarks>
public static class Alphabet
{
    /// <summary>All 26 letters, A to Z.</summary>
    public const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The 24 letters signed without motion, A to Y without J, in order of their labels.</summary>
    public const string StaticLetters = "ABCDEFGHIKLMNOPQRSTUVWXY";

    /// <summary>
    /// The width of a network's output: labels 0–24, of which 9 (J) is never right. The tutorial's last layer has it.
    /// </summary>
    public const int LabelCount = 25;

    /// <summary>The letter of a dataset label.</summary>
    /// <param name="label">A label from 0 to 25.</param>
    /// <exception cref="ArgumentOutOfRangeException">The label is outside 0–25.</exception>
    public static char LetterOf(int label)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(label);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(label, 25);
        return (char)('A' + label);
    }

    /// <summary>The dataset label of a letter, 0 for A to 25 for Z.</summary>
    /// <param name="letter">An upper-case letter from A to Z.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not an upper-case letter from A to Z.</exception>
    public static int LabelOf(char letter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(letter, 'A');
        ArgumentOutOfRangeException.ThrowIfGreaterThan(letter, 'Z');
        return letter - 'A';
    }

    /// <summary>Whether a letter is drawn in the air and not held: J and Z.</summary>
    /// <param name="letter">An upper-case letter.</param>
    public static bool IsDrawn(char letter) => letter is 'J' or 'Z';

    /// <summary>Whether a label is one of the 24 letters signed without motion.</summary>
    /// <param name="label">Any number.</param>
    public static bool IsStatic(int label) => label is >= 0 and <= 24 and not 9;
}
