namespace Fingerspell.Models;

/// <summary>A kind of model file, and how errors speak of it.</summary>
/// <param name="Id">What the file's metadata calls it.</param>
/// <param name="Name">What it is called in a sentence.</param>
/// <param name="Writer">The command that writes such a file.</param>
/// <param name="Otherwise">What to do where there is none.</param>
sealed record ModelKind(string Id, string Name, string Writer, string Otherwise)
{
    public static ModelKind Letters { get; } = new(
        "letters", "letter model", "fingerspell export",
        "name one with --model, or write one with `fingerspell export`");

    public static ModelKind Hands { get; } = new(
        "hands", "hand model", "fingerspell train --network hand-finder",
        "name one with --hands, or write one with `fingerspell train --network hand-finder`");

    /// <summary>The file of this kind that is shipped with the program.</summary>
    public string ShippedPath => Path.Combine(AppContext.BaseDirectory, "models", $"{Id}.onnx");
}
