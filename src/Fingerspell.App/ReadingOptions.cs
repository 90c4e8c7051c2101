using System.CommandLine;
using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Letters;

namespace Fingerspell.App;

/// <summary>Options of the verbs that read pictures.</summary>
static class ReadingOptions
{
    /// <summary>Who reads many pictures reads them side by side; the networks are too small to gain by a second thread.</summary>
    const int Threads = 1;

    public static Option<Box?> Region() => new("--region")
    {
        Description = "Do not look for the hand, it is held here: x,y,width,height in pixels. "
            + $"The tutorial's region is {FixedRegion.Default}. "
            + "In a video no word then ends by itself, and J and Z are not read: a region neither leaves nor moves.",
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

    /// <summary>A recogniser of what the options name, or of what is shipped.</summary>
    public static Recognizer LoadRecognizer(string? hands, string? letters, Box? region = null) =>
        Recognizer.Load(() => LoadHands(region, hands), () => LoadLetters(letters));

    /// <summary>The letter model of <c>--model</c>, or the shipped one.</summary>
    public static LetterModel LoadLetters(string? path) =>
        path is null ? LetterModel.LoadShipped(Threads) : LetterModel.Load(path, Threads);

    /// <summary>Finds the hand in <c>--region</c>, or with the hand model of <c>--hands</c> or the shipped one.</summary>
    static IHandFinder LoadHands(Box? region, string? path) => region is { } box
        ? new FixedRegion(box)
        : new HandFinder(path is null ? HandModel.LoadShipped(Threads) : HandModel.Load(path, Threads));
}
