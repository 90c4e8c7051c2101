using System.CommandLine;
using System.CommandLine.Parsing;
using Fingerspell.Training;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.App.Evaluating;

/// <summary>
/// <c>fingerspell evaluate --leave-one-signer-out</c>: not a model but a recipe, trained a fold a signer and tested on the
/// one left out.
/// </summary>
sealed class EvaluateSigners(EvaluateOptions shared) : IEvaluation
{
    readonly Option<bool> leaveOneSignerOut = new("--leave-one-signer-out")
    {
        Description = "Train a network a signer, each without one, and test it on that one. Takes the options of `train`.",
    };

    readonly Option<string[]> signers = new("--signers")
    {
        Description = "With --leave-one-signer-out: leave out only these, as in --signers user_3 user_5. Default: each once.",
        HelpName = "SIGNER",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries))],
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

    public string Name => leaveOneSignerOut.Name;

    public IReadOnlyList<Option> Own => [leaveOneSignerOut, signers, folds, seed, .. training.All];

    public IReadOnlyList<Option> Shared => [shared.Data, shared.Names, shared.Digits, shared.Output, shared.Json];

    public bool IsWanted(CommandResult verb) => verb.GetValue(leaveOneSignerOut);

    public int Run(ParseResult parsed, CancellationToken stop)
    {
        var dataset = SignLanguageMnist.Load(parsed.GetValue(shared.Data), stop);
        var options = training.Resolve(parsed) with { Seed = parsed.GetValue(seed) };
        string folder = parsed.GetValue(folds) ?? Path.Combine("runs", $"leave-one-signer-out-{options.Network}");
        // Predictions for all rows, each by a network new to its signer.
        var (predictions, rows) = TrainingDisplay.Run(watcher => LeaveOneSignerOut.Run(
            options, dataset, parsed.GetValue(signers) is { Length: > 0 } chosen ? chosen : null, folder, watcher, stop));
        shared.Report(parsed, predictions, rows, threshold: 0);
        if (!parsed.GetValue(shared.Json))
            parsed.InvocationConfiguration.Output.Write("\n" + TemperatureText.Of(predictions));
        return CommandLine.Done;
    }
}
