using Fingerspell.Training.Networks;

namespace Fingerspell.Training.Learning;

/// <summary>The recipe that each network is trained with unless told otherwise.</summary>
public static class Recipe
{
    /// <summary>The default options of a network.</summary>
    /// <param name="network">A name of <see cref="NetworkCatalog.Names"/>; others get the tutorial's.</param>
    public static TrainOptions For(string network) => network switch
    {
        "residual" => new TrainOptions
        {
            Network = network,
            Epochs = 6,
            LearningRate = 2e-3,
            Schedule = Schedule.Cosine,
            WeightDecay = 0.01,
            LabelSmoothing = 0.1,
            Augmentation = 1,
        },
        "letters" => new TrainOptions
        {
            Network = network,
            Epochs = 112,
            Coarse = 0.625,
            BatchSize = 64,
            LearningRate = 2e-3,
            Schedule = Schedule.Cosine,
            WeightDecay = 0.1,
            LabelSmoothing = 0.1,
            Augmentation = 1,
            MixedPrecision = OneDnn.MultipliesBFloat16,
            Backgrounds = 0.35,
            DatasetRows = 700,
            DrawnHands = 2000,
            DrawnHeads = 1000,
            EmptyCrops = 1000,
            Views = 2,
            // Temperature and odds are of the finder's recipe and of 64 epochs of this one, none coarse, without three signers; see docs/how-the-models-came-about.md.
            Temperature = 0.7,
            SignOdds = new(0.966, 3.094, 7.273),
            Threshold = 0.3,
            Validation = Validation.None,
        },
        "hand-finder" => new TrainOptions
        {
            Network = network,
            Epochs = 50,
            BatchSize = 24,
            LearningRate = 1.5e-3,
            Schedule = Schedule.Cosine,
            Averaged = 0.2,
            WeightDecay = 0.02,
            Augmentation = 1,
            MixedPrecision = OneDnn.MultipliesBFloat16,
            DrawnHands = 900,
            Threshold = 0.5,
            Validation = Validation.None,
        },
        _ => new TrainOptions { Network = network },
    };
}
