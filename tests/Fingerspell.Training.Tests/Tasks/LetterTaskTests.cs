using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data.Photos;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Tasks;
using Fingerspell.Training.Tests.Learning;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Tasks;

[Collection(PyTorchTests.Name)]
public sealed class LetterTaskTests : IDisposable
{
    static readonly TrainOptions Options = Recipe.For("letters") with { Epochs = 2, BatchSize = 8, DatasetRows = 6, DrawnHands = 0, DrawnHeads = 0, EmptyCrops = 0, Threads = 1 };

    readonly TemporaryFolder place = new();
    readonly IReadOnlyList<TrainingPhoto> photos;

    public LetterTaskTests() =>
        photos = TrainingPhotos.Load(MadePhotos.Write(place["photos"], each: 2), place["boxes"], TestContext.Current.CancellationToken).Photos;

    public void Dispose() => place.Dispose();

    [Fact]
    public void The_middle_of_a_crop_is_what_reading_cuts()
    {
        using var scope = NewDisposeScope();
        using var crops = Crops(Options);
        using var frame = Frame.Load(photos[3].Path);
        byte[] read = new CropMaker(64).Cut(frame, photos[3].Box).Pixels.ToArray();
        byte[] middle = crops.Middles()[3].contiguous().data<byte>().ToArray();
        // OpenCV rounds a scale's weights, by where in the picture they are.
        Assert.All(read.Zip(middle), pixel => Assert.InRange(pixel.First - pixel.Second, -1, 1));

        // Not varied, the network is given just that.
        var (wide, masks, isDrawn, _, count) = crops.At(tensor(new long[] { 3 }));
        var (still, _) = LetterAugmentation.Vary(wide, masks, isDrawn, zeros_like(isDrawn), null, null, count, Options with { Augmentation = 0, Backgrounds = 0 });
        Assert.Equal(middle.Select(value => (float)value), still.data<float>().ToArray().Select(value => MathF.Round(value)));
    }

    [Fact]
    public void A_batch_has_photographs_first_and_each_its_own_label()
    {
        using var scope = NewDisposeScope();
        using var crops = Crops(Options);
        var (wide, masks, _, labels, count) = crops.At(tensor(new long[] { 14, 4, 13, 0 }));
        Assert.Equal([4L, 1, 128, 128], wide.shape);
        Assert.Equal(wide.shape, masks.shape);
        Assert.Equal(2, count);
        var rows = MadeData.Split(40);
        Assert.Equal([photos[4].Label, photos[0].Label, rows.Labels[2], rows.Labels[1]], labels.data<long>().ToArray().Select(label => (byte)label));
    }

    [Fact]
    public void An_epoch_draws_photographs_and_has_other_rows_and_empty_places_each_time()
    {
        using var scope = NewDisposeScope();
        var options = Options with { EmptyCrops = 3 };
        using var crops = Crops(options);
        using var task = new LetterTask(options, crops, heads: null, held: null);
        Assert.Equal(12 * EmptyPlace.Each, crops.Empties);
        Assert.Equal(12 + 3 + 6, task.Samples);
        random.manual_seed(1);
        long[] first = task.Order().data<long>().ToArray(), second = task.Order().data<long>().ToArray();
        foreach (long[] order in new[] { first, second })
        {
            long[] photographs = [.. order.Where(position => position < 12)];
            Assert.Equal(12, photographs.Length);
            Assert.All(photographs.Chunk(2), pair => Assert.Equal(pair[0], pair[1]));
            Assert.Equal(3, order.Where(position => position is >= 12 and < 36).Distinct().Count());
            Assert.Equal(6, order.Where(position => position is >= 36 and < 76).Distinct().Count());
        }
        Assert.NotEqual(first.Where(position => position >= 12).Order(), second.Where(position => position >= 12).Order());
    }

    [Fact]
    public void A_set_of_four_times_as_many_photographs_is_drawn_twice_as_often()
    {
        using var scope = NewDisposeScope();
        IReadOnlyList<TrainingPhoto> some = [.. photos.Take(5).Select((photo, i) => photo with { Set = i == 0 ? "one" : "four", Label = 0 })];
        using var crops = LetterCrops.Load(some, null, 64, 1, drawn: 0, withMasks: false, withEmpties: false, TestContext.Current.CancellationToken);
        float[] odds = crops.Odds.data<float>().ToArray();
        Assert.Equal(2 * odds[0], odds[1..].Sum(), 1e-6);
    }

    [Fact]
    public void An_empty_place_does_not_show_the_hand_and_has_no_letter()
    {
        using var scope = NewDisposeScope();
        using var crops = Crops(Options with { EmptyCrops = 1 });
        var (_, masks, _, labels, count) = crops.At(arange(12, 24, ScalarType.Int64));
        Assert.Equal(12, count);
        Assert.All(labels.data<long>().ToArray(), label => Assert.Equal(LetterCrops.NoLetter, label));
        Assert.Equal(0, masks.max().item<float>());
    }

    [Fact]
    public void Drawn_hands_come_beside_the_photographs_and_always_before_another_background()
    {
        using var scope = NewDisposeScope();
        var options = Options with { DrawnHands = 24, DatasetRows = 0 };
        using var crops = Crops(options);
        using var task = new LetterTask(options, crops, heads: null, held: null);
        Assert.Equal((12, 24, 36), (crops.Photos, crops.Drawn, crops.Hands));
        Assert.Equal(12 + 24, task.Samples);
        Assert.Equal(24, task.Order().data<long>().ToArray().Where(position => position is >= 12 and < 36).Distinct().Count());
        var (wide, masks, isDrawn, labels, _) = crops.At(tensor(new long[] { 12, 0 }));
        Assert.Equal([1f, 0], isDrawn.data<float>().ToArray());
        Assert.Equal([0L, photos[0].Label], labels.data<long>().ToArray());
        // The grey that hands are drawn on is nowhere left, though no photograph gets another background.
        random.manual_seed(3);
        var (varied, _) = LetterAugmentation.Vary(wide, masks, isDrawn, zeros_like(isDrawn), null, null, 2, options with { Augmentation = 0, Backgrounds = 0 });
        Assert.Equal(128, wide[0, 0, 0, 0].item<float>());
        Assert.True(Math.Abs(varied[0, 0, 1, 1].item<float>() - 128) > 1);
    }

    [Fact]
    public void Varied_crops_are_grey_levels_and_the_same_for_the_same_seed()
    {
        using var scope = NewDisposeScope();
        using var task = new LetterTask(Options with { Backgrounds = 1 }, Crops(Options), heads: null, held: null);
        Tensor Varied(long seed)
        {
            random.manual_seed(seed);
            return task.Batch(arange(18)).Input;
        }
        var varied = Varied(1);
        Assert.Equal([18L, 1, 64, 64], varied.shape);
        Assert.InRange(varied.min().item<float>(), 0, 255);
        Assert.InRange(varied.max().item<float>(), 0, 255);
        Assert.True(varied.Equals(Varied(1)));
        Assert.False(varied.Equals(Varied(2)));
    }

    [Fact]
    public void A_drawn_head_is_behind_a_mounted_hand_and_where_no_hand_is_and_nowhere_else()
    {
        using var scope = NewDisposeScope();
        var wide = full([3, 1, 128, 128], 40f);
        var masks = zeros(3, 1, 128, 128);
        masks.narrow(0, 0, 1).narrow(2, 52, 24).narrow(3, 52, 24).fill_(255);
        var isEmpty = tensor(new float[] { 0, 0, 1 }, [3, 1, 1, 1]);
        // Heads as large as the crops, of the skin that they are said to have.
        var heads = new HeadLayer(full([3, 1, 64, 64], 150f), ones(3, 1, 64, 64), full([1, 1, 1, 1], 150f));
        random.manual_seed(2);
        var (varied, _) = LetterAugmentation.Vary(
            wide, masks, tensor(new float[] { 1, 0, 0 }, [3, 1, 1, 1]), isEmpty, null, heads, 3, Options with { Augmentation = 0, Backgrounds = 0.01 });
        // The hand is as it was, and the face behind it nearly of its skin.
        Assert.Equal(40, varied[0, 0, 32, 32].item<float>(), 0.01);
        Assert.InRange(varied[0, 0, 2, 2].item<float>(), 40 * Math.Exp(-0.4), 40 * Math.Exp(0.4));
        foreach (int at in (ReadOnlySpan<int>)[2, 32])
            Assert.Equal(40, varied[1, 0, at, at].item<float>(), 0.01);
        Assert.True(Math.Abs(varied[2, 0, 32, 32].item<float>() - 40) > 1);
    }

    [Fact]
    public void The_target_tells_the_label_and_where_the_varied_hand_is_in_cells_of_eight_pixels()
    {
        using var scope = NewDisposeScope();
        using var crops = Crops(Options);
        using var task = new LetterTask(Options with { Augmentation = 0, Backgrounds = 0 }, crops, heads: null, held: null);
        var (_, target) = task.Batch(tensor(new long[] { 3, 13 }));
        Assert.Equal([2L, 2 + 8 * 8], target.shape);
        Assert.Equal(photos[3].Label, target[0, 0].item<float>());
        var (_, masks, _, _, _) = crops.At(tensor(new long[] { 3 }));
        Assert.Equal(LetterCrops.Middle(masks).mean().item<float>() / 255, target[0].narrow(0, 2, 64).mean().item<float>(), 0.01);
        Assert.Equal(1, target[0, 1].item<float>());
        // Of a row the hand's shape is unknown.
        Assert.Equal(0, target[1].narrow(0, 1, 65).max().item<float>());
    }

    [Fact]
    public void A_coarse_batch_is_the_same_in_smaller_pictures()
    {
        using var scope = NewDisposeScope();
        using var task = new LetterTask(Options with { Augmentation = 0, Backgrounds = 0 }, Crops(Options), heads: null, held: null);
        var (fine, target) = task.Batch(arange(12));
        var (coarse, coarseTarget) = task.Batch(arange(12), coarse: true);
        Assert.Equal([12L, 1, 32, 32], coarse.shape);
        Assert.Equal([12L, 2 + 4 * 4], coarseTarget.shape);
        Assert.Equal(target.narrow(1, 0, 2), coarseTarget.narrow(1, 0, 2));
        Assert.All(Enumerable.Range(0, 12), i => Assert.Equal(fine[i].mean().item<float>(), coarse[i].mean().item<float>(), 2f));
    }

    [Fact]
    public void A_hand_of_known_shape_is_put_before_another_background()
    {
        using var scope = NewDisposeScope();
        var wide = full([6, 1, 128, 128], 40f);
        var masks = zeros(6, 1, 128, 128);
        masks.narrow(2, 52, 24).narrow(3, 52, 24).fill_(255);
        masks[5].zero_();
        var (mounted, _) = LetterAugmentation.Vary(wide, masks, zeros(6, 1, 1, 1), zeros(6, 1, 1, 1), null, null, 6, Options with { Augmentation = 0, Backgrounds = 1 });
        Assert.All(Enumerable.Range(0, 6), i => Assert.Equal(40, mounted[i, 0, 32, 32].item<float>(), 0.01));
        Assert.Contains(Enumerable.Range(0, 5), i => Math.Abs(mounted[i, 0, 2, 2].item<float>() - 40) > 5);
        Assert.Equal(40, mounted[5, 0, 2, 2].item<float>(), 0.01);
    }

    [Fact]
    public void Stopped_and_resumed_it_ends_with_the_weights_of_an_uninterrupted_training()
    {
        TrainedNetwork Train(RunFolder? folder, ITrainingWatcher watcher, CancellationToken stop)
        {
            using var task = new LetterTask(Options, Crops(Options), heads: null, LetterCrops.Load(photos, null, 64, 1, drawn: 0, withMasks: false, withEmpties: false, stop));
            return Trainer.Train(Options, task, folder, watcher, stop);
        }
        var folder = RunFolder.Create(place.Path, "letters");
        using var stop = new CancellationTokenSource();
        var stopping = new Watcher(batch => { if (batch is { Epoch: 2, Batch: 1 }) stop.Cancel(); });
        Assert.Throws<OperationCanceledException>(() => Train(folder, stopping, stop.Token));
        using var resumed = Train(folder, new Watcher(), TestContext.Current.CancellationToken);
        using var whole = Train(null, new Watcher(), TestContext.Current.CancellationToken);
        Assert.Equal(Weights.Save(whole.Network), Weights.Save(resumed.Network));
        Assert.NotNull(whole.History[^1].ValidationAccuracy);
    }

    [Fact]
    public void A_photograph_that_is_damaged_or_does_not_hold_its_box_is_named()
    {
        var wrong = photos[0] with { Box = new Box(500, 500, 20, 20) };
        Assert.Contains("A/00.jpg.rf.0.png", Assert.Throws<FingerspellException>(() =>
            LetterCrops.Load([wrong], null, 64, 1, drawn: 0, withMasks: false, withEmpties: false, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        File.WriteAllText(photos[0].Path, "no picture");
        Assert.Contains("not a picture", Assert.Throws<FingerspellException>(() => Crops(Options)).Message, StringComparison.Ordinal);
    }

    LetterCrops Crops(TrainOptions options) => LetterCrops.Load(
        photos, MadeData.Split(40), 64, options.Margin, options.DrawnHands, withMasks: true, withEmpties: options.EmptyCrops > 0, TestContext.Current.CancellationToken);
}
