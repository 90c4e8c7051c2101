using System.CommandLine;
using System.CommandLine.Parsing;
using Fingerspell.Training;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;
using Fingerspell.Training.Networks;

namespace Fingerspell.App.Evaluating;

/// <summary>
/// <c>fingerspell evaluate --leave-one-signer-out</c>: not a model but a recipe, trained a fold a signer and tested on the
/// one left out.
/// </summary>
sealed class EvaluateSigners(EvaluateOptions shared) : IEvaluation
{
    /// <summary>The network that learns from photographs.</summary>
    const string Letters = "letters";

    readonly Option<bool> leaveOneSignerOut = new("--leave-one-signer-out")
    {
        Description = "Train a network a signer, each without one, and test it on that one. Takes the options of `train`; "
            + "letters is tested on photographs too, whose sets count as one signer where none is named.",
    };

    readonly Option<string[]> signers = new("--signers")
    {
        Description = "With --leave-one-signer-out: leave out only these, as in --signers user_3 user_5; for letters, those with + between, "
            + "as in user_3+user_5, together. Default: each once.",
        HelpName = "SIGNER",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result =>
        {
            string[] named = [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries))];
            if (named.Length == 0)
                result.AddError("--signers names nobody; name someone, or leave it away for all");
            return named;
        },
    };

    readonly Option<string?> folds = new("--folds")
    {
        Description = "With --leave-one-signer-out: where the folds' runs are kept; a stopped one goes on there. "
            + "Default: runs/leave-one-signer-out-NETWORK.",
        HelpName = "DIR",
    };

    readonly Option<string[]> otherFolds = new("--with-folds")
    {
        Description = "With --leave-one-signer-out --network letters: folds trained before by other options. Their networks are asked together "
            + "with those of --folds, as `export` of several runs does.",
        HelpName = "DIR",
        AllowMultipleArgumentsPerToken = true,
    };

    readonly Option<int> seed = new("--seed")
    {
        Description = "With --leave-one-signer-out: where the random numbers start.",
        DefaultValueFactory = _ => 1,
    };

    readonly TrainingOptions training = new();

    public string Name => leaveOneSignerOut.Name;

    public IReadOnlyList<Option> Own => [leaveOneSignerOut, signers, folds, otherFolds, seed, .. training.All.Except(training.OfTheModelFile)];

    public IReadOnlyList<Option> Shared => [shared.Data, shared.Photos, shared.Hands, shared.Names, shared.Digits, shared.Output, shared.Json];

    public bool IsWanted(CommandResult verb) => verb.GetValue(leaveOneSignerOut);

    public void Check(CommandResult verb)
    {
        training.RefuseUseless(verb, shared.Data, shared.Photos);
        string network = training.NetworkOf(verb);
        if (network == Letters)
            return;
        if (!NetworkCatalog.OfRows.Contains(network))
        {
            verb.AddError($"{network} names no letters to be tested; leave a signer out of it with `fingerspell train --network {network} --validation Signer --validation-signer NAME`");
            return;
        }
        if (verb.GetValue(otherFolds) is { Length: > 0 })
            verb.AddError($"networks {network} are tested alone; leave {otherFolds.Name} away");
        if (verb.GetValue(shared.Hands) is not null)
            verb.AddError($"{training.Network.Name} {network} learns from no photographs; leave {shared.Hands.Name} away");
        if (verb.IsGiven(training.Margin))
            verb.AddError($"networks {network} are tested on rows, which are cut already; leave {training.Margin.Name} away");
    }

    public int Run(ParseResult parsed, CancellationToken stop)
    {
        var options = training.Resolve(parsed) with { Seed = parsed.GetValue(seed) };
        string folder = parsed.GetValue(folds) ?? Path.Combine("runs", $"leave-one-signer-out-{options.Network}");
        var chosen = parsed.GetValue(signers) is { Length: > 0 } some ? some : null;
        var data = new TrainingData(parsed.GetValue(shared.Data), parsed.GetValue(shared.Photos), stop);
        if (options.Network == Letters)
            Print(parsed, TrainingDisplay.Run(watcher => LeaveOneSignerOutOfPhotos.Run(
                options, data, chosen, parsed.GetValue(shared.Hands), folder, parsed.GetValue(otherFolds) ?? [], watcher, stop)));
        else
            PrintRows(parsed, TrainingDisplay.Run(watcher => LeaveOneSignerOut.Run(options, data.Rows, chosen, folder, watcher, stop)));
        return CommandLine.Done;
    }

    void PrintRows(ParseResult parsed, (Predictions Predictions, DatasetSplit Rows) read)
    {
        shared.Report(parsed, read.Predictions, read.Rows, threshold: 0);
        if (!parsed.GetValue(shared.Json))
            parsed.InvocationConfiguration.Output.Write("\n" + TemperatureText.Of(read.Predictions));
    }

    void Print(ParseResult parsed, SignerFolds read)
    {
        var console = parsed.InvocationConfiguration;
        console.Output.Write(parsed.GetValue(shared.Json)
            ? read.ToJson().ToJsonString(JsonLines.Options) + "\n"
            : read.ToText(shared.AreLettersNamed(parsed), parsed.GetValue(shared.Digits)));
        if (parsed.GetValue(shared.Output) is not { } place)
            return;
        read.Write(place, shared.AreLettersNamed(parsed), parsed.GetValue(shared.Digits));
        console.Error.WriteLine($"wrote report, confusion matrix and pictures to {place}");
    }
}
