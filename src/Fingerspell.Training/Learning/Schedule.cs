using System.Text.Json.Serialization;

namespace Fingerspell.Training.Learning;

/// <summary>How the learning rate goes on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Schedule>))]
public enum Schedule
{
    /// <summary>A tenth whenever the monitored figure stops improving: <see cref="ReduceLROnPlateau"/>.</summary>
    Plateau,

    /// <summary>Up in a line for the first tenth of the steps, then down half a cosine to zero; constant again where weights are averaged.</summary>
    Cosine,
}
