namespace Fingerspell.Training.Data.Fetching;

/// <summary>How far a download is.</summary>
/// <param name="Done">Bytes that have arrived.</param>
/// <param name="Total">Bytes in all, or null where the server does not say.</param>
/// <param name="Trouble">What went wrong and is being tried again, or null.</param>
public readonly record struct FetchProgress(long Done, long? Total, string? Trouble = null);
