using System.CommandLine;
using Fingerspell.Showing;

namespace Fingerspell.App.Showing;

/// <summary>The options that say how the hand is drawn.</summary>
sealed class LookOptions
{
    readonly Option<HandSide> hand = Hand();
    readonly Option<string> seenBy = Choice(
        "--seen-by", "Who looks at it: watcher, or signer, who sees the own hand.", "watcher", ["watcher", "signer"]);
    readonly Option<string> tone = Choice(
        "--tone", $"The skin: {string.Join(", ", SkinTone.All.Select(tone => tone.Name))}.",
        SkinTone.Medium.Name, [.. SkinTone.All.Select(tone => tone.Name)]);

    /// <summary>All of them.</summary>
    public IEnumerable<Option> Options => [hand, seenBy, tone];

    /// <summary>The option that chooses a hand.</summary>
    public static Option<HandSide> Hand() => new("--hand") { Description = "Which hand signs: right or left.", HelpName = "HAND" };

    /// <summary>What was given.</summary>
    public HandLook Read(ParseResult parsed) => new()
    {
        Side = parsed.GetValue(hand),
        SeenBy = parsed.GetValue(seenBy) == "signer" ? Viewer.Signer : Viewer.Watcher,
        Tone = SkinTone.All.Single(tone => tone.Name == parsed.GetValue(this.tone)),
    };

    static Option<string> Choice(string name, string description, string otherwise, string[] choices)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !choices.Contains(result.Tokens[0].Value))
                result.AddError($"{name}: {string.Join(", ", choices[..^1])} or {choices[^1]}, not \"{result.Tokens[0].Value}\"");
        });
        return option;
    }
}
