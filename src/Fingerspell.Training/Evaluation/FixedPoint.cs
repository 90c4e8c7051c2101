using System.Globalization;

namespace Fingerspell.Training.Evaluation;

/// <summary>Numbers as Python prints them.</summary>
static class FixedPoint
{
    /// <summary>
    /// A number with fixed decimals, like Python's <c>f"{value:.2f}"</c>: a tie such as 0.125, which a double holds
    /// exactly, goes to the even digit (0.12), where .NET's "F2" goes away from zero (0.13).
    /// </summary>
    public static string Format(double value, int digits)
    {
        string more = value.ToString("F" + (digits + 1), CultureInfo.InvariantCulture);
        // Multiples of 2^-(digits+1), and only they, can end in a 5 one digit further and have nothing beyond.
        bool tie = more[^1] == '5' && double.IsInteger(Math.ScaleB(value, digits + 1));
        string shortened = more[..^1].TrimEnd('.');
        return tie && (shortened[^1] - '0') % 2 == 0
            ? shortened
            : value.ToString("F" + digits, CultureInfo.InvariantCulture);
    }

    /// <summary>The shortest text that reads back as the number, like Python's <c>repr</c>: <c>1.0</c>, <c>5e-05</c>.</summary>
    public static string Shortest(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E') ? text.Replace('E', 'e') : text.Contains('.') ? text : text + ".0";
    }
}
