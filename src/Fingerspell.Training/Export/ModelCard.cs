using System.Globalization;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;

namespace Fingerspell.Training.Export;

/// <summary>What a reader of a model file should know before using it: <c>model-card.md</c> of a run.</summary>
public static class ModelCard
{
    /// <summary>The card of a run, in Markdown.</summary>
    /// <param name="result">What the run came to.</param>
    /// <param name="config">What it was started with.</param>
    /// <param name="network">What it trained.</param>
    public static string Of(RunResult result, RunConfig config, Network network) => string.Create(CultureInfo.InvariantCulture, $"""
        {Head(network)}

        | | |
        |---|---|
        | input | `pixels`: uint8 [N, {network.Channels}, {network.Side}, {network.Side}], {(network.Channels == 1 ? "grey levels" : "red, green, blue")} 0–255 as they are; normalisation is part of the graph |
        | output | {Output(network)} |
        | trained on | {config.Dataset}; {config.TrainingRows:N0} samples |
        {Checksums(config)}
        | recipe | {Recipe(config.Options)} |
        | seed, threads | {config.Options.Seed}, {config.Options.Threads} |
        | validation | {ValidationOf(result, config)} |
        {TestOf(result)}| made with | {string.Join(", ", config.Versions.Select(version => $"{version.Key} {version.Value}"))} |

        {Purpose(network)}

        """).ReplaceLineEndings("\n");

    static string Head(Network network) => network.Name == "hand-finder"
        ? """
          # Hand finder

          Says where in a picture a signing hand is, or that there is none.
          """
        : $"""
          # Letter model `{network.Name}`

          Names the letter of the American Sign Language manual alphabet (A–Y without J and Z, which need motion) that a
          close crop of one hand shows.
          """;

    static string Output(Network network) => network.Name == "hand-finder"
        ? string.Create(CultureInfo.InvariantCulture, $"`hands`: float32 [N, 5, {network.Side / 8}, {network.Side / 8}]: the logit that the hand's centre lies in a cell, and how far the box's left, top, right and bottom side are from the cell's centre, in window sides")
        : "`logits`: float32 [N, 25], by dataset label (A = 0 … Y = 24; 9, J, is never right)";

    static string Checksums(RunConfig config) => string.Join('\n', new (string What, string? Sha256)[]
        {
            ("SHA-256 of the training file", config.DatasetSha256), ("SHA-256 of the photographs", config.PhotosSha256),
        }.Where(checksum => !string.IsNullOrEmpty(checksum.Sha256)).Select(checksum => $"| {checksum.What} | `{checksum.Sha256}` |"));

    static string Recipe(TrainOptions options) => string.Create(CultureInfo.InvariantCulture,
        $"{options.Epochs} epochs{(options.CoarseEpochs > 0 ? $", the first {options.CoarseEpochs} from smaller pictures" : "")}, batch {options.BatchSize}, learning rate {options.LearningRate} ({options.Schedule}{(options.AveragedEpochs > 0 ? $", the mean of the weights after each step of the last {options.AveragedEpochs}" : "")}), weight decay {options.WeightDecay}, label smoothing {options.LabelSmoothing}, augmentation {options.Augmentation}{(options.MixedPrecision ? ", convolutions in bfloat16" : "")}{(options.DrawnHands > 0 ? $", {options.DrawnHands:N0} drawn hands an epoch" : "")}{(options.DrawnHeads > 0 ? $", {options.DrawnHeads:N0} drawn heads" : "")}");

    static string ValidationOf(RunResult result, RunConfig config) => result.ValidationAccuracy is { } accuracy
        ? string.Create(CultureInfo.InvariantCulture, $"{accuracy:P3} right on {config.ValidationRows} samples held back ({config.Options.Validation})")
        : "none: all samples trained";

    static string TestOf(RunResult result) => result.TestAccuracy is { } accuracy
        ? string.Create(CultureInfo.InvariantCulture, $"| official test file | {accuracy:P3} of {result.TestRows:N0} rows |\n")
        : "";

    static string Purpose(Network network) => network.Name switch
    {
        "hand-finder" => """
            ## What it is for

            Photographs and webcam pictures of one signing hand, from close by to across a room.

            ## What it is not for

            It knows no person and no gesture. Two hands count as one, the more probable; a hand that does not sign may be
            taken for one that does.
            """,
        "letters" => """
            ## What it is for

            Crops round a hand as the hand finder cuts them, of either hand, in front of any background.

            ## What it is not for

            Few people were photographed for it, and hands differ: a new signer is read less well than those. It translates
            no language, only letters that are held still.

            The accuracy on the official test file says nothing of it where the photographs of Sign Language MNIST's signers
            (`original-signers`) trained: the file's rows were made from some of them.
            """,
        _ => """
            ## What it is for

            Crops like those it was trained on: the hand alone, upright, filling the picture. It is a teaching model, the last
            step of the Sign Language MNIST tutorial done carefully.

            ## What it is not for

            The official test file says nothing about a new person: the same seven signers, in the same room, made both files,
            and its rows are variants of 348 photographs. Leaving one signer out of the training is the honest test; the
            README has its figures. The model has not learned to say that there is no hand, or no letter, in a picture.
            """,
    };
}
