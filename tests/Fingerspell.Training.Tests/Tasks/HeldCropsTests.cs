using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data.Photos;
using Fingerspell.Training.Tasks;

namespace Fingerspell.Training.Tests.Tasks;

public sealed class HeldCropsTests : IDisposable
{
    readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Places_without_a_hand_are_cut_with_the_margin_that_hands_are()
    {
        var stop = TestContext.Current.CancellationToken;
        var photo = TrainingPhotos.Load(MadePhotos.Write(place["photos"], each: 1), place["boxes"], stop).Photos[0];
        using var frame = Frame.Load(photo.Path);
        var expected = EmptyPlace.Of(frame, photo.Box, new CropMaker(32, margin: 1.5), seed: 0)!;
        Assert.Equal(expected.Pixels.ToArray(), Assert.Single(HeldCrops.WithoutHands([photo], 32, margin: 1.5, stop)).Pixels.ToArray());
    }
}
