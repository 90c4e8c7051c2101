using System.Globalization;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Exploring;

/// <summary>Writes a column of floating-point numbers as pandas does.</summary>
static class FloatColumn
{
    const int Digits = 6;

    /// <summary>Six digits behind the point, less the zeros that all end with, or an exponent where that says too little.</summary>
    public static string[] Format(IReadOnlyList<double> values)
    {
        string[] texts = TrimZeros([.. values.Select(value => Signed(value, FixedPoint.Format(value, Digits)))]);
        bool hasSmall = values.Any(value => value != 0 && Math.Abs(value) < 1e-6);
        bool hasLarge = values.Any(value => Math.Abs(value) > 1e6);
        bool isLong = texts.Any(text => text.Length > Digits + 6);
        return hasSmall || (hasLarge && isLong) ? [.. values.Select(Exponential)] : texts;
    }

    /// <summary>With a space where there is no minus; pandas leaves none before NaN.</summary>
    static string Signed(double value, string text) => double.IsNaN(value) ? "NaN" : text[0] == '-' ? text : ' ' + text;

    /// <summary>With two digits in the exponent where three are not needed, as C prints it.</summary>
    static string Exponential(double value) =>
        Signed(value, value.ToString("e6", CultureInfo.InvariantCulture)).Replace("e+0", "e+", StringComparison.Ordinal).Replace("e-0", "e-", StringComparison.Ordinal);

    static string[] TrimZeros(string[] texts)
    {
        static bool IsNumber(string text) => text.Contains('.');
        // One digit stays behind the point.
        int zeros = texts.Where(IsNumber).Select(TrailingZeros).DefaultIfEmpty(0).Min();
        return [.. texts.Select(text => IsNumber(text) ? text[..^Math.Min(zeros, Digits - 1)] : text)];
    }

    static int TrailingZeros(string text) => text.Length - text.TrimEnd('0').Length;
}
