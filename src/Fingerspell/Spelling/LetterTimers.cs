namespace Fingerspell.Spelling;

/// <summary>How long each letter has been held, and how probable each was meanwhile.</summary>
sealed class LetterTimers
{
    const int Letters = 26;

    /// <summary>
    /// The probability of a letter that says nothing for or against it, and how far from it is sure: 0.45 and 0.3 of a handshape,
    /// times 0.86, which the finder says of a hand at the median.
    /// </summary>
    const double Even = 0.39, Sure = 0.26;

    readonly HoldTimer[] timers = new HoldTimer[Letters];
    readonly float[] now = new float[Letters];
    readonly float[] lately = new float[Letters];
    readonly TimeSpan hold, release, memory;

    public LetterTimers(TimeSpan hold, TimeSpan release)
    {
        (this.hold, this.release, memory) = (hold, release, hold / 2);
        Clear();
    }

    /// <summary>The letter that has been held longest and how far it is from being typed, or null.</summary>
    public Holding? Longest
    {
        get
        {
            int longest = 0;
            for (int i = 1; i < Letters; i++)
            {
                if (timers[i].Level > timers[longest].Level)
                    longest = i;
            }
            var timer = timers[longest];
            return timer.Level > 0 ? new Holding(Alphabet.LetterOf(longest), timer.IsSpent ? 1 : timer.Level) : null;
        }
    }

    /// <summary>Forgets all letters, those that were typed too: each may be typed when it was held.</summary>
    public void Clear()
    {
        Array.Fill(timers, new HoldTimer(hold, release));
        Array.Clear(lately);
    }

    /// <summary>Lets time pass.</summary>
    /// <param name="time">How much since the last reading.</param>
    /// <param name="reading">What is read now; <see cref="Reading.NoHand"/> where no letter can be meant.</param>
    public void Pass(TimeSpan time, Reading reading)
    {
        Array.Clear(now);
        foreach (var (letter, probability) in reading.Candidates)
            now[Alphabet.LabelOf(letter)] = probability;
        // Without a hand there is nothing to remember.
        float share = reading.Candidates.Count == 0 ? 0 : (float)Smoothing.ShareOfNew(time, memory);
        for (int i = 0; i < Letters; i++)
        {
            timers[i].Pass(time, Math.Clamp((now[i] - Even) / Sure, -1, 1));
            lately[i] += share * (now[i] - lately[i]);
        }
    }

    /// <summary>Whether a letter was held long enough, and was let go since it was typed last.</summary>
    public bool IsDue(char letter) => timers[Alphabet.LabelOf(letter)].IsDue;

    /// <summary>A letter is typed.</summary>
    /// <returns>How probable each letter A–Z was while it was held.</returns>
    public float[] Spend(char letter)
    {
        timers[Alphabet.LabelOf(letter)].Spend();
        return [.. lately];
    }
}
