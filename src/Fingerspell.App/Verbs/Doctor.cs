using System.CommandLine;
using Fingerspell.App.Checks;

namespace Fingerspell.App.Verbs;

/// <summary><c>fingerspell doctor</c>: what is installed and what is missing, with the remedy.</summary>
static class Doctor
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var model = CommonOptions.Model();
        var hands = CommonOptions.Hands();
        var json = CommonOptions.Json();
        var verb = new Command("doctor", """
            Tries what the other verbs need and says what to do about what is missing.
            The exit code is 0 where everything that reading needs is here, otherwise 1.

            Examples:
              fingerspell doctor
              fingerspell doctor --json
            """) { data, model, hands, json };
        verb.SetAction(parsed =>
            Report.Write(
                Checkup.Run(parsed.GetValue(data), parsed.GetValue(model), parsed.GetValue(hands)),
                parsed.InvocationConfiguration.Output,
                parsed.GetValue(json)));
        return verb;
    }
}
