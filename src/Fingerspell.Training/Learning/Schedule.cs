using System.Text.Json.Serialization;

namespace Fingerspell.Training.Learning;

/// <summary>How the learning rate goes on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Schedule>))]
public enum Schedule
{
    /// <summary>A tenth whenever the monitored figure stops improving: <see cref="ReduceLROnPlateau"/>.</summary>
    Plateau,

    /// <summary>Down half a cosine to zero, which over the first tenth of the steps is scaled up in a line from nothing (so that it is 0.98 of the rate at most); constant again where weights are averaged.</summary>
    Cosine,
}
