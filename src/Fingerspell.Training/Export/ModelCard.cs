using System.Globalization;
using Fingerspell.Training.Learning;

namespace Fingerspell.Training.Export;

/// <summary>What a reader of a model file should know before using it: <c>model-card.md</c> of a run.</summary>
public static class ModelCard
{
    /// <summary>The card of a run, in Markdown.</summary>
    /// <param name="result">What the run came to.</param>
    /// <param name="config">What it was started with.</param>
    public static string Of(RunResult result, RunConfig config)
    {
        var options = config.Options;
        string validation = result.ValidationAccuracy is { } accuracy
            ? string.Create(CultureInfo.InvariantCulture, $"{accuracy:P3} on {config.ValidationRows} rows held back ({options.Validation})")
            : "none: all rows of the training file trained";
        return string.Create(CultureInfo.InvariantCulture, $"""
            # Letter model `{result.Network}`

            Names the letter of the American Sign Language manual alphabet (A–Y without J and Z, which need motion) that a
            close crop of one hand shows.

            | | |
            |---|---|
            | input | `pixels`: uint8 [N, 1, 28, 28], grey levels 0–255 as they are; normalisation is part of the graph |
            | output | `logits`: float32 [N, 25], by dataset label (A = 0 … Y = 24; 9, J, is never right) |
            | trained on | {config.Dataset} (Kaggle `datamunge/sign-language-mnist`, CC0), {config.TrainingRows:N0} rows |
            | its SHA-256 | `{config.DatasetSha256}` |
            | recipe | {result.Epochs} epochs, batch {options.BatchSize}, learning rate {options.LearningRate} ({options.Schedule}), weight decay {options.WeightDecay}, label smoothing {options.LabelSmoothing}, augmentation {options.Augmentation} |
            | seed, threads | {options.Seed}, {options.Threads} |
            | validation | {validation} |
            | official test file | {result.TestAccuracy:P3} of {result.TestRows:N0} rows |
            | made with | {string.Join(", ", config.Versions.Select(version => $"{version.Key} {version.Value}"))} |

            ## What it is for

            Crops like those it was trained on: the hand alone, upright, filling the picture. It is a teaching model, the last
            step of the Sign Language MNIST tutorial done carefully.

            ## What it is not for

            The official test file says nothing about a new person: the same seven signers, in the same room, made both files,
            and its rows are variants of 348 photographs. Leaving one signer out of the training is the honest test; the
            README has its figures. The model has not learned to say that there is no hand, or no letter, in a picture.

            """).ReplaceLineEndings("\n");
    }
}
