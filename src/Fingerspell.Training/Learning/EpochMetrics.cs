namespace Fingerspell.Training.Learning;

/// <summary>What one epoch of training came to: a row of <c>metrics.csv</c>, a point of each curve.</summary>
/// <param name="Epoch">Which epoch, from 1.</param>
/// <param name="Loss">
/// Mean of what was learned by over the training samples, 0 or more: of networks of rows cross-entropy in nats; of <c>letters</c> with what is asked of
/// places without a hand and of the hand's place, so that it is not to be compared with the validation's; of <c>hand-finder</c> see <see cref="Tasks.HandTarget.Loss"/>.
/// </param>
/// <param name="Accuracy">Share of the training rows read rightly, 0–1.</param>
/// <param name="ValidationLoss">Mean cross-entropy over what is validated on, of <c>hand-finder</c> its loss; null where nothing was held back.</param>
/// <param name="ValidationAccuracy">Share of the validation rows read rightly, 0–1, or null where none were held out.</param>
/// <param name="LearningRate">The learning rate of its last batch, above 0.</param>
/// <param name="Seconds">How long the epoch took, validation included.</param>
public sealed record EpochMetrics(
    int Epoch,
    double Loss,
    double Accuracy,
    double? ValidationLoss,
    double? ValidationAccuracy,
    double LearningRate,
    double Seconds);
