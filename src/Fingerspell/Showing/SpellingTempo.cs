namespace Fingerspell.Showing;

/// <summary>How fast a word is spelled.</summary>
/// <param name="Hold">Seconds for which each letter is held, 0.1–10.</param>
/// <param name="Move">Seconds from one letter to the next, 0.05–5.</param>
/// <param name="Draw">Seconds for the motion of J and Z, 0.4–5.</param>
public sealed record SpellingTempo(double Hold = 0.9, double Move = 0.4, double Draw = 1.2);
