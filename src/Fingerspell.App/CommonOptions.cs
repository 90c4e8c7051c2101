using System.CommandLine;
using System.CommandLine.Parsing;

namespace Fingerspell.App;

/// <summary>Options that mean the same in every verb.</summary>
static class CommonOptions
{
    /// <summary>Whether an option was given, and does not just have its default.</summary>
    public static bool IsGiven(this CommandResult verb, Option option) => verb.GetResult(option) is { Implicit: false };

    public static Option<string?> Data() => new("--data")
    {
        Description = "Where Sign Language MNIST is: a folder with the two CSV files or with archive.zip, or that file. "
            + "Default: $FINGERSPELL_DATA, ./data/sign-language-mnist, ../shared/data/sign-language-mnist, the user's cache.",
        HelpName = "PLACE",
    };

    public static Option<string?> Photos() => new("--photos")
    {
        Description = "Where the photographs to train on are: a folder with a folder a set. "
            + "Default: $FINGERSPELL_PHOTOS, ./data/photos/train, ../shared/data/photos/train.",
        HelpName = "DIR",
    };

    public static Option<string?> Model() => new("--model")
    {
        Description = "The letter model, an ONNX file that `fingerspell export` or `train` wrote. Default: the shipped one.",
        HelpName = "FILE",
    };

    public static Option<string?> Hands(string more = "") => new("--hands")
    {
        Description = "The hand model, an ONNX file that `fingerspell train --network hand-finder` wrote. Default: the shipped one." + more,
        HelpName = "FILE",
    };

    public static Option<bool> Json() => new("--json")
    {
        Description = "Print JSON for programs and nothing else on standard output.",
    };
}
