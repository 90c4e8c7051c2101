using static TorchSharp.torch;

namespace Fingerspell.Training.Learning;

/// <summary>What training makes small.</summary>
static class Loss
{
    /// <summary>Mean cross-entropy, with label smoothing (Szegedy et al. 2016, "Rethinking the Inception Architecture").</summary>
    /// <param name="logits">[batch, 25].</param>
    /// <param name="labels">int64 [batch].</param>
    /// <param name="smoothing">The share of each label that is spread evenly over all, 0 to 1.</param>
    public static Tensor Of(Tensor logits, Tensor labels, double smoothing) =>
        nn.functional.cross_entropy(logits, labels, label_smoothing: smoothing);
}
