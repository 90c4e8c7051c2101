namespace Fingerspell.Training.Data;

/// <summary>Signers in order of their numbers: user_9 before user_10.</summary>
public static class SignerOrder
{
    /// <summary>The order.</summary>
    public static IComparer<string> Instance { get; } = Comparer<string>.Create((left, right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right));
}
