using System.Globalization;

namespace Fingerspell.Training.Evaluation;

/// <summary>How reports write a share.</summary>
static class Percentage
{
    /// <summary>A share from 0 to 1 as per cent with two decimals: 0.8917 is "89.17 %".</summary>
    public static string Of(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:F2} %");

    /// <summary>The same, or a dash where there is no share.</summary>
    public static string OrDash(double? share) => share is { } some ? Of(some) : "–";
}
