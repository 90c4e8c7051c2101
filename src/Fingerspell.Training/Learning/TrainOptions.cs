using System.Text.Json.Serialization;
using Fingerspell.Letters;

namespace Fingerspell.Training.Learning;

/// <summary>Everything that decides what a training comes to; written whole into the run's <c>config.json</c>.</summary>
/// <remarks>The defaults are the tutorial's. <see cref="Recipe.For"/> has the recipe of each network.</remarks>
public sealed record TrainOptions
{
    /// <summary>The network's name, one of <see cref="Networks.NetworkCatalog.Names"/>.</summary>
    public string Network { get; init; } = "tutorial";

    /// <summary>Where all random numbers start: first weights, order of rows, dropout, augmentation.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Passes over the training rows.</summary>
    public int Epochs { get; init; } = 8;

    /// <summary>Rows a step.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Adam's learning rate: the first one of a plateau schedule, what a cosine begins at.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>How the learning rate goes on from there.</summary>
    public Schedule Schedule { get; init; } = Schedule.Plateau;

    /// <summary>What a plateau schedule watches.</summary>
    public Monitor Monitor { get; init; } = Monitor.Accuracy;

    /// <summary>Decoupled weight decay (AdamW); 0 is plain Adam.</summary>
    public double WeightDecay { get; init; }

    /// <summary>
    /// The share of the epochs, the last ones, 0 to 1, after whose every step the weights are averaged: their mean is the network, see <see cref="WeightMean"/>.
    /// </summary>
    public double Averaged { get; init; }

    /// <summary><see cref="Averaged"/> in whole epochs.</summary>
    [JsonIgnore]
    public int AveragedEpochs => (int)Math.Round(Averaged * Epochs);

    /// <summary>
    /// The share of the epochs, the first ones, 0 to 1, in which the network learns from smaller pictures, <see cref="Networks.Network.CoarseSide"/>: most of what there
    /// is to learn can be seen in them, in half of the time (Tan and Le 2021, "EfficientNetV2", progressive learning).
    /// </summary>
    public double Coarse { get; init; }

    /// <summary><see cref="Coarse"/> in whole epochs.</summary>
    [JsonIgnore]
    public int CoarseEpochs => (int)Math.Round(Coarse * Epochs);

    /// <summary>What a training by these options has been after some of its epochs.</summary>
    public TrainOptions After(int epochs) => epochs == Epochs ? this : this with
    {
        Epochs = epochs,
        Averaged = Math.Max(0, epochs - (Epochs - AveragedEpochs)) / (double)epochs,
        Coarse = Math.Min(epochs, CoarseEpochs) / (double)epochs,
    };

    /// <summary>The share of each label that is spread over all labels, 0 to 1.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>How strongly rows are varied while training: 0 not at all, 1 as <see cref="Augmentation"/> says.</summary>
    public double Augmentation { get; init; }

    /// <summary>
    /// Which training rows are held back to validate on; null is by photograph where it is known which rows show one, and none elsewhere.
    /// </summary>
    public Validation? Validation { get; init; }

    /// <summary>The share of photographs or rows held back, 0 to 1.</summary>
    public double ValidationShare { get; init; } = 0.1;

    /// <summary>Who is held back where validation is by signer: a signer, or of photographs several or whole sets, with commas between.</summary>
    public string? ValidationSigner { get; init; }

    /// <summary><see cref="ValidationSigner"/> one by one.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> ValidationSigners =>
        (ValidationSigner ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>How many rows of Sign Language MNIST, drawn by chance, each epoch of <c>letters</c> has beside all photographs.</summary>
    public int DatasetRows { get; init; }

    /// <summary>How many drawn hands, taken by chance out of some times as many, each epoch of <c>letters</c> and <c>hand-finder</c> has beside all photographs.</summary>
    public int DrawnHands { get; init; }

    /// <summary>How many different drawn heads <c>letters</c> and <c>hand-finder</c> put behind and beside hands and where no hand is; 0 for none.</summary>
    public int DrawnHeads { get; init; }

    /// <summary>How many places without a hand, drawn by chance, each epoch of <c>letters</c> has, which teach it to be unsure.</summary>
    public int EmptyCrops { get; init; }

    /// <summary>How many times larger than the hand's box a crop for <c>letters</c> is, 1 or more.</summary>
    public double Margin { get; init; } = 1;

    /// <summary>1, or 2 where a crop and its mirror image are both read and count the same.</summary>
    public int Views { get; init; } = 1;

    /// <summary>The share of the photographs of <c>letters</c> whose hand is cut out and put before another background, 0–1.</summary>
    public double Backgrounds { get; init; }

    /// <summary>What the model file says logits are to be divided by, above 0.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>What the model file says of how probable a signing hand is; null says nothing.</summary>
    public SignOdds? SignOdds { get; init; }

    /// <summary>What the model file says is too unsure to be an answer, 0–1.</summary>
    public double Threshold { get; init; }

    /// <summary>Whether convolutions multiply in bfloat16 while the network learns, see <see cref="Networks.Network.LearnInBFloat16"/>.</summary>
    public bool MixedPrecision { get; init; }

    /// <summary>Threads of the arithmetic. A different number rounds differently, so it belongs to the result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
