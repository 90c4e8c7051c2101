namespace Fingerspell;

/// <summary>
/// Something a user can meet and mend: a missing file, a damaged model, a wrong value. The message says what is wrong,
/// where, and what to do, in one line; the command line prints just that.
/// </summary>
public sealed class FingerspellException : Exception
{
    /// <summary>An error with its one-line message.</summary>
    public FingerspellException(string message) : base(message) { }

    /// <summary>An error with its one-line message and what caused it.</summary>
    public FingerspellException(string message, Exception innerException) : base(message, innerException) { }
}
