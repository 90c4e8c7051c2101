namespace Fingerspell.Letters;

/// <summary>Turns logits into probabilities.</summary>
static class Softmax
{
    /// <summary>As <see cref="Apply"/>, of a crop's labels: no crop shows J, so that the others share all.</summary>
    /// <param name="logits">One for each dataset label.</param>
    /// <param name="temperature">See <see cref="Apply"/>.</param>
    public static void ApplyToLetters(Span<float> logits, double temperature)
    {
        for (int label = 0; label < logits.Length; label++)
        {
            if (!Alphabet.IsStatic(label))
                logits[label] = float.NegativeInfinity;
        }
        Apply(logits, temperature);
    }

    /// <summary>
    /// Replaces logits by exp(logit / temperature) over the sum of those; a temperature above 1 makes the model less sure
    /// of itself (Guo et al. 2017, "On Calibration of Modern Neural Networks").
    /// </summary>
    public static void Apply(Span<float> values, double temperature)
    {
        // Less the largest, so that nothing overflows.
        double largest = float.NegativeInfinity, sum = 0;
        foreach (float value in values)
            largest = Math.Max(largest, value);
        foreach (float value in values)
            sum += Math.Exp((value - largest) / temperature);
        foreach (ref float value in values)
            value = (float)(Math.Exp((value - largest) / temperature) / sum);
    }
}
