namespace Fingerspell.Training.Data.Fetching;

/// <summary>How the dataset is fetched.</summary>
public sealed record FetchOptions
{
    /// <summary>Where the archive is served. Default: Kaggle's public download.</summary>
    public Uri From { get; init; } = PublishedFiles.Address;

    /// <summary>How often a connection is tried in all before giving up; what has arrived is kept. Default: 6.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>The pause before the second attempt; it doubles with each further one. Default: one second.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A connection that sends nothing for so long counts as broken. Default: 30 seconds.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The SHA-256 that the training file must have. Default: the published file's.</summary>
    public string TrainSha256 { get; init; } = PublishedFiles.TrainSha256;

    /// <summary>The SHA-256 that the test file must have. Default: the published file's.</summary>
    public string TestSha256 { get; init; } = PublishedFiles.TestSha256;
}
