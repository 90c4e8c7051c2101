using System.CommandLine;
using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Letters;

namespace Fingerspell.App;

/// <summary>Options of the verbs that read pictures.</summary>
static class ReadingOptions
{
    public static Option<Box?> Region() => new("--region")
    {
        Description = $"Where the signing hand is held, x,y,width,height in pixels. Default: {FixedRegion.Default}.",
        HelpName = "X,Y,WIDTH,HEIGHT",
        CustomParser = result =>
        {
            try
            {
                return FixedRegion.Parse(result.Tokens.Single().Value);
            }
            catch (FingerspellException e)
            {
                result.AddError($"--region: {e.Message}");
                return null;
            }
        },
    };

    /// <summary>The model of <c>--model</c>, or the shipped one.</summary>
    public static LetterModel LoadModel(string? path) => path is null ? LetterModel.LoadShipped() : LetterModel.Load(path);
}
