using Fingerspell.Tests.Shared;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Plots;
using SkiaSharp;

namespace Fingerspell.Training.Tests.Plots;

public sealed class TrainingCurvesTests : IDisposable
{
    /// <summary>The second colour of the plots' palette.</summary>
    static readonly SKColor OfValidation = new(0xff, 0x7f, 0x0e);

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
        Assert.Equal(validated, picture.Pixels.Contains(OfValidation));
    }

    [Fact]
    public void The_validation_of_a_single_epoch_is_in_the_picture_however_large()
    {
        using var picture = Draw([Epoch(1, 0.5, 2.5)]);
        // The middle of the first panel, which is the loss's; its legend is at the right.
        Assert.Contains(OfValidation, Enumerable.Range(0, 320 * 300).Select(i => picture.GetPixel(300 + i % 300, i / 300)));
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

    static EpochMetrics Epoch(int epoch, double loss, double? validationLoss) =>
        new(epoch, loss, 0.5, validationLoss, validationLoss is null ? null : 0.4, 1e-3, 30);
}
