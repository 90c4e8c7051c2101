using Fingerspell.Training.Data;
using Fingerspell.Training.Data.Photos;

namespace Fingerspell.Training;

/// <summary>What there is to train on; each part is read when a network first needs it.</summary>
/// <param name="dataset">Where Sign Language MNIST is; see <see cref="SignLanguageMnist.Load"/>.</param>
/// <param name="photos">Where the photographs are; see <see cref="PhotoSearch.Find"/>.</param>
/// <param name="stop">Stops the reading.</param>
public sealed class TrainingData(string? dataset, string? photos, CancellationToken stop)
{
    readonly Lazy<SignLanguageMnist> rows = new(() => SignLanguageMnist.Load(dataset, stop));
    readonly Lazy<TrainingPhotos> pictures = new(() => TrainingPhotos.Load(photos, stop: stop));

    /// <summary>Sign Language MNIST.</summary>
    /// <exception cref="FingerspellException">It is not there, or not what it should be.</exception>
    public SignLanguageMnist Rows => rows.Value;

    /// <summary>The photographs whose hands are known.</summary>
    /// <exception cref="FingerspellException">There are none.</exception>
    public TrainingPhotos Photos => pictures.Value;
}
