using System.CommandLine;
using System.CommandLine.Parsing;
using Fingerspell.Training;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.App.Verbs;

/// <summary>
/// <c>fingerspell evaluate --leave-one-signer-out</c>: not a model but a recipe, trained a fold a signer and tested on the
/// one left out.
/// </summary>
sealed class EvaluateSigners
{
    readonly Option<bool> leaveOneSignerOut = new("--leave-one-signer-out")
    {
        Description = "Train a network a signer, each without one, and test it on that one. Takes the options of `train`.",
    };

    readonly Option<string?> folds = new("--folds")
    {
        Description = "With --leave-one-signer-out: where the folds' runs are kept; a stopped one goes on there. "
            + "Default: runs/leave-one-signer-out-NETWORK.",
        HelpName = "DIR",
    };

    readonly Option<int> seed = new("--seed")
    {
        Description = "With --leave-one-signer-out: where the random numbers start.",
        DefaultValueFactory = _ => 1,
    };

    readonly TrainingOptions training = new();

    /// <summary>Adds the options to the verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(leaveOneSignerOut);
        verb.Options.Add(folds);
        verb.Options.Add(seed);
        training.AddTo(verb);
    }

    /// <summary>Whether it is asked for.</summary>
    public bool IsWanted(ParseResult parsed) => parsed.GetValue(leaveOneSignerOut);

    /// <summary>Whether it is asked for, while the command line is still being checked.</summary>
    public bool IsWanted(CommandResult verb) => verb.GetValue(leaveOneSignerOut);

    /// <summary>Trains and tests the folds and returns the predictions for all rows, each by a network new to its signer.</summary>
    public (Predictions Predictions, DatasetSplit Rows) Run(ParseResult parsed, SignLanguageMnist dataset, CancellationToken stop)
    {
        var options = training.Resolve(parsed) with { Seed = parsed.GetValue(seed) };
        string folder = parsed.GetValue(folds) ?? Path.Combine("runs", $"leave-one-signer-out-{options.Network}");
        return TrainingDisplay.Run(watcher => LeaveOneSignerOut.Run(options, dataset, folder, watcher, stop));
    }
}
