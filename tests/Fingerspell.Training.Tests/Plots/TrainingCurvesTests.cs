using Fingerspell.Tests.Shared;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Plots;
using SkiaSharp;

namespace Fingerspell.Training.Tests.Plots;

public sealed class TrainingCurvesTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1, false)]
    [InlineData(8, true)]
    [InlineData(100, true)]
    public void Loss_accuracy_and_learning_rate_are_drawn(int epochs, bool validated)
    {
        using var picture = Draw([.. Enumerable.Range(1, epochs).Select(i => Epoch(i, 2.0 / i, validated ? 2.5 / i : null))]);
        Assert.Equal((900, 960), (picture.Width, picture.Height));
        // The second colour of the plots' palette belongs to validation.
        Assert.Equal(validated, HasColour(picture, new SKColor(0xff, 0x7f, 0x0e)));
    }

    [Fact]
    public void No_epochs_are_refused_and_leave_no_file()
    {
        string file = folder["none.png"];
        var error = Assert.Throws<FingerspellException>(() => TrainingCurves.Write(file, []));
        Assert.Contains("not one epoch is complete", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_an_error_that_names_the_file()
    {
        string notAFolder = folder["file"];
        File.WriteAllText(notAFolder, "");
        var error = Assert.Throws<FingerspellException>(
            () => TrainingCurves.Write(Path.Combine(notAFolder, "curves.png"), [Epoch(1, 1, null)]));
        Assert.StartsWith($"cannot write {notAFolder}", error.Message, StringComparison.Ordinal);
    }

    SKBitmap Draw(IReadOnlyList<EpochMetrics> epochs)
    {
        string file = folder["curves.png"];
        TrainingCurves.Write(file, epochs);
        return SKBitmap.Decode(file);
    }

    static bool HasColour(SKBitmap picture, SKColor colour) => picture.Pixels.Contains(colour);

    static EpochMetrics Epoch(int epoch, double loss, double? validationLoss) =>
        new(epoch, loss, 0.5, validationLoss, validationLoss is null ? null : 0.4, 1e-3, 30);
}
