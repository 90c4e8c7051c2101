using System.Text.Json.Serialization;

namespace Fingerspell.App.Checks;

/// <summary>What one check found.</summary>
/// <param name="Name">What was looked at, such as "OpenCV".</param>
/// <param name="State">Whether it is there and works.</param>
/// <param name="Detail">One line: what was found, or what is wrong.</param>
/// <param name="Remedy">What to do about it; null where nothing needs doing.</param>
/// <param name="NeededToRead">Whether reading letters is impossible without it.</param>
sealed record Finding(string Name, State State, string Detail, string? Remedy = null, bool NeededToRead = false)
{
    [JsonIgnore]
    public bool PreventsReading => NeededToRead && State == State.Missing;
}
