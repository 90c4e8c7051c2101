using System.Text.Json.Serialization;

namespace Fingerspell.Training.Learning;

/// <summary>The training figure that a plateau schedule watches, by Keras's name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Monitor>))]
public enum Monitor
{
    /// <summary>The epoch's mean loss; lower is better.</summary>
    Loss,

    /// <summary>The epoch's accuracy; higher is better.</summary>
    Accuracy,
}
