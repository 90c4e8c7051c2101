using System.Text.Json.Serialization;

namespace Fingerspell.Training.Learning;

/// <summary>Which training rows are held back to validate on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Validation>))]
public enum Validation
{
    /// <summary>None: all rows train.</summary>
    None,

    /// <summary>A share of the photographs, with all their variants.</summary>
    Photo,

    /// <summary>One signer.</summary>
    Signer,

    /// <summary>A share of the rows. It leaks: variants of one photograph stand on both sides.</summary>
    Random,
}
