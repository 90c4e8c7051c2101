using System.CommandLine;

namespace Fingerspell.App.Verbs;

/// <summary>Every verb, in the order of the help text. A new verb is one file here and one line below.</summary>
static class All
{
    public static IEnumerable<Command> Create() =>
    [
        Data.Create(),
        Explore.Create(),
        Train.Create(),
        Evaluate.Create(),
        Predict.Create(),
        Read.Create(),
        Serve.Create(),
        Show.Create(),
        Demo.Create(),
        Export.Create(),
        Doctor.Create(),
    ];
}
