namespace Fingerspell.Training.Evaluation;

/// <summary>
/// The temperature that makes confidence honest: the one at which softmax(logits / temperature) gives the true labels of
/// held-back pictures the greatest likelihood.
/// </summary>
/// <param name="Temperature">The temperature, relative to that of the predictions; above 1 where they are too sure.</param>
/// <param name="LossBefore">The mean negative log-likelihood (natural logarithm) of the true labels as they were predicted.</param>
/// <param name="LossAfter">The same at the temperature.</param>
/// <param name="ErrorBefore">The expected calibration error before, 0–1.</param>
/// <param name="ErrorAfter">The expected calibration error after, 0–1.</param>
/// <remarks>
/// C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017
/// (<see href="https://arxiv.org/abs/1706.04599"/>), section 4.2. The loss is convex in 1 / temperature, so it has one
/// minimum along log temperature too, which the golden-section search finds.
/// </remarks>
public sealed record TemperatureFit(double Temperature, double LossBefore, double LossAfter, double ErrorBefore, double ErrorAfter)
{
    /// <summary>Temperatures beyond these mean that the predictions are of no use.</summary>
    const double Lowest = 0.05, Highest = 20;

    const double Tolerance = 1e-5;

    /// <summary>Below the smallest probability that a single can hold with all its digits; a label of probability 0 must not cost infinitely much.</summary>
    const float Least = 1e-38f;

    /// <summary>Fits the temperature.</summary>
    /// <param name="predictions">Predictions for held-back rows, best by networks that have not seen their signers.</param>
    public static TemperatureFit Of(Predictions predictions)
    {
        double ratio = (Math.Sqrt(5) - 1) / 2, low = Math.Log(Lowest), high = Math.Log(Highest);
        double left = high - ratio * (high - low), right = low + ratio * (high - low);
        double atLeft = Loss(predictions, Math.Exp(left)), atRight = Loss(predictions, Math.Exp(right));
        while (high - low > Tolerance)
        {
            if (atLeft <= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - ratio * (high - low);
                atLeft = Loss(predictions, Math.Exp(left));
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + ratio * (high - low);
                atRight = Loss(predictions, Math.Exp(right));
            }
        }
        double temperature = Math.Exp((low + high) / 2);
        return new(
            temperature, Loss(predictions, 1), Loss(predictions, temperature),
            ErrorOf(predictions), ErrorOf(Apply(predictions, temperature)));
    }

    /// <summary>The predictions at another temperature: their logarithms serve as logits, from which they differ by a constant a row.</summary>
    /// <param name="predictions">One row or more.</param>
    /// <param name="temperature">The temperature, relative to that of the predictions, above 0.</param>
    public static Predictions Apply(Predictions predictions, double temperature)
    {
        var changed = new float[predictions.Count * Predictions.Width];
        for (int row = 0; row < predictions.Count; row++)
        {
            var of = predictions.Of(row);
            double sum = LogSum(of, temperature);
            for (int label = 0; label < of.Length; label++)
                changed[row * Predictions.Width + label] =
                    of[label] == 0 ? 0 : (float)Math.Exp(Math.Log(of[label]) / temperature - sum);
        }
        return new(predictions.Labels, changed, predictions.Sources);
    }

    /// <summary>The expected calibration error; 0 where no letter is thought of, which is no error.</summary>
    static double ErrorOf(Predictions predictions) => Calibration.Of(predictions)?.Error ?? 0;

    static double Loss(Predictions predictions, double temperature)
    {
        double loss = 0;
        for (int row = 0; row < predictions.Count; row++)
        {
            var of = predictions.Of(row);
            loss += LogSum(of, temperature) - Math.Log(Math.Max(of[predictions.Labels[row]], Least)) / temperature;
        }
        return loss / predictions.Count;
    }

    /// <summary>log Σ p^(1 / temperature); labels of probability 0 add nothing.</summary>
    static double LogSum(ReadOnlySpan<float> probabilities, double temperature)
    {
        double largest = 0, sum = 0;
        foreach (float p in probabilities)
            largest = Math.Max(largest, p);
        largest = Math.Log(Math.Max(largest, Least)) / temperature;
        foreach (float p in probabilities)
            sum += p == 0 ? 0 : Math.Exp(Math.Log(p) / temperature - largest);
        return largest + Math.Log(sum);
    }
}
