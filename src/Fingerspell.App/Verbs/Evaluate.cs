using System.CommandLine;
using System.CommandLine.Parsing;
using Fingerspell.App.Evaluating;

namespace Fingerspell.App.Verbs;

/// <summary><c>fingerspell evaluate</c>: how well the dataset, photographs, or people not seen before are read.</summary>
static class Evaluate
{
    public static Command Create()
    {
        var shared = new EvaluateOptions();
        // The first that is wanted is done; the dataset always is.
        IEvaluation[] evaluations = [new EvaluateSigners(shared), new EvaluatePhotos(shared), new EvaluateSets(shared), new EvaluateWords(shared), new EvaluateClips(shared), new EvaluateDataset(shared)];
        var verb = new Command("evaluate", """
            Tells how well the dataset, photographs, or people whom a network has not seen are read.
            The dataset: scikit-learn's classification report, accuracy with its 95 % interval, calibration, accuracy by
            signer, confusions and the confusion matrix. Photographs: from the whole picture to the letter; no answer counts
            as wrong.

            Examples:
              fingerspell evaluate                                     the shipped model on the test file
              fingerspell evaluate --model runs/tutorial-1/model.onnx --digits 4 --output evaluation
              fingerspell evaluate --photos photos/dev/webcam-1 --output evaluation
              fingerspell evaluate --photos photos/dev/crops-1 --crop --json
              fingerspell evaluate --photos people --boxes people/boxes.csv
              fingerspell evaluate --sets photos/dev --write docs/results.md
              fingerspell evaluate --words photos/dev                  words spelled with them, frame by frame into text
              fingerspell evaluate --clips videos --strung photos/dev  J and Z, and where they are read that were not
              fingerspell evaluate --leave-one-signer-out --network residual
              fingerspell evaluate --leave-one-signer-out --network letters --signers user_5,open-webcam-3
            """);
        foreach (var option in shared.All.Concat(evaluations.SelectMany(evaluation => evaluation.Own)))
            verb.Options.Add(option);
        verb.Validators.Add(result =>
        {
            var wanted = Wanted(result);
            wanted.Check(result);
            RefuseUseless(result, wanted, evaluations);
        });
        verb.SetAction((parsed, stop) => Task.Run(() => Wanted(parsed.CommandResult).Run(parsed, stop), stop));
        return verb;

        IEvaluation Wanted(CommandResult result) => evaluations.First(evaluation => evaluation.IsWanted(result));
    }

    /// <summary>An option that would not be heeded is an error, so that nobody believes it was.</summary>
    static void RefuseUseless(CommandResult result, IEvaluation wanted, IEvaluation[] evaluations)
    {
        foreach (var option in result.Command.Options.Except([.. wanted.Own, .. wanted.Shared]))
        {
            if (!result.IsGiven(option))
                continue;
            var owner = evaluations.FirstOrDefault(evaluation => evaluation.Own.Contains(option) && option.Name != evaluation.Name);
            result.AddError(owner is not null && wanted is EvaluateDataset
                ? $"{option.Name} belongs to {owner.Name}; give that too"
                : $"{option.Name} has no use with {wanted.Name}; leave one of them away");
        }
    }
}
