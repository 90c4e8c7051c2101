namespace Fingerspell.App.Predicting;

/// <summary>One picture to read.</summary>
/// <param name="File">What the result calls it.</param>
/// <param name="Read">Loads and reads it; throws <see cref="FingerspellException"/> where that cannot be done.</param>
sealed record PredictItem(string File, Func<Recognizer, Reading> Read)
{
    /// <summary>An item that can only fail.</summary>
    public static PredictItem Wrong(string file, string error) => new(file, _ => throw new FingerspellException(error));
}
