using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data.Photos;
using Fingerspell.Training.Export;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Tasks;
using Fingerspell.Training.Tests.Learning;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Tasks;

[Collection(PyTorchTests.Name)]
public sealed class HandTaskTests : IDisposable
{
    static readonly TrainOptions Options = Recipe.For("hand-finder") with { Epochs = 2, BatchSize = 4, Threads = 1 };

    readonly TemporaryFolder place = new();
    readonly IReadOnlyList<TrainingPhoto> photos;

    public HandTaskTests() =>
        photos = TrainingPhotos.Load(MadePhotos.Write(place["photos"], each: 1), place["boxes"], TestContext.Current.CancellationToken).Photos;

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_window_of_the_whole_scene_is_what_the_finder_looks_at_first()
    {
        using var scope = NewDisposeScope();
        using var scenes = Scenes();
        using var frame = Frame.Load(photos[1].Path);
        float[] cut = scenes.Cut([new SceneWindow(1, 0.5, 0.5, 1)], 160).data<float>().ToArray();
        byte[] looked = Window.Around(frame.Bounds).Cut(frame, 160);
        Assert.InRange(cut.Zip(looked).Average(pixel => Math.Abs(pixel.First - pixel.Second)), 0, 8);    // noise, smoothed otherwise
        Assert.Equal(0, cut[5 * 160 + 80]);
        Assert.Equal(new RelativeBox(50.0 / 160, 50.0 / 160, 110.0 / 160, 110.0 / 160), scenes.Hands[1]);
    }

    [Fact]
    public void The_hand_is_within_its_window_and_where_the_box_says_turned_and_mirrored_or_not()
    {
        var random = new Random(1);
        using var scope = NewDisposeScope();
        using var scenes = Scenes();
        for (int i = 0; i < 40; i++)
        {
            var window = SceneWindow.With(2, scenes.Hands[2], beyond: true, random);
            var box = window.Of(scenes.Hands[2]);
            Assert.True(box.Left > -0.15 && box.Top > -0.15 && box.Right < 1.15 && box.Bottom < 1.15, $"{box}");
            // The middle of the ellipse is red, of the ground blue.
            float[] colours = scenes.Cut([window], 160)[0].data<float>().ToArray();
            int pixel = (int)((box.Top + box.Bottom) / 2 * 160) * 160 + (int)((box.Left + box.Right) / 2 * 160);
            Assert.True(colours[pixel] > colours[2 * 160 * 160 + pixel] + 40, $"{window}");
        }
    }

    [Fact]
    public void A_window_without_a_hand_has_no_part_of_it()
    {
        var random = new Random(1);
        using var scope = NewDisposeScope();
        using var scenes = Scenes();
        var cut = scenes.Cut([.. Enumerable.Range(0, 60).Select(_ => SceneWindow.Without(scenes, random))], 160);
        // The hand is red, the ground blue.
        Assert.InRange((cut.narrow(1, 0, 1) - cut.narrow(1, 2, 1)).max().item<float>(), -60, 0);
        Assert.InRange(cut.mean().item<float>(), 20, 100);
    }

    [Fact]
    public void A_scene_without_its_hand_shows_what_is_round_it_and_is_the_same_elsewhere()
    {
        using var scope = NewDisposeScope();
        using var scenes = Scenes();
        List<SceneWindow> whole = [.. Enumerable.Range(0, scenes.Count).Select(scene => new SceneWindow(scene, 0.5, 0.5, 1))];
        Tensor with = scenes.Cut(whole, 160), without = scenes.CutHandless(whole, 160);
        // The hand is red, the ground blue.
        Assert.InRange((with.narrow(1, 0, 1) - with.narrow(1, 2, 1)).max().item<float>(), 40, 255);
        Assert.InRange((without.narrow(1, 0, 1) - without.narrow(1, 2, 1)).max().item<float>(), -255, 0);
        Assert.True(with.narrow(2, 0, 40).Equals(without.narrow(2, 0, 40)));
    }

    [Fact]
    public void Where_a_large_hand_was_a_picture_is_as_bright_as_round_it_and_nothing_of_the_black_beside_its_frame_gets_in()
    {
        using var scope = NewDisposeScope();
        var picture = full([1, 3, 320, 320], 200, ScalarType.Byte);
        picture.narrow(2, 0, 40).zero_();
        picture.narrow(2, 280, 40).zero_();
        var frame = new RelativeBox(0, 0.125, 1, 0.875);
        foreach (var hand in (RelativeBox[])[new(0.2, 0.3, 0.8, 0.8), new(0.1, 0.15, 0.6, 0.875), new(0.4, 0.4, 0.5, 0.5)])
        {
            using var erased = HandErasing.Erase(picture, [hand], [frame]);
            Assert.True(picture.Equals(erased), $"{hand}");
        }
        using var nothingLeft = HandErasing.Erase(picture, [new(0, 0, 1, 1)], [frame]);
        Assert.Equal(0, nothingLeft.max().item<byte>());
    }

    [Fact]
    public void Rooms_are_taken_from_photographs_with_a_room()
    {
        using var scope = NewDisposeScope();
        var closeUp = photos[0] with { Box = new Box(0, 0, 160, 120) };
        using var scenes = HandScenes.Load([closeUp, photos[1]], TestContext.Current.CancellationToken);
        var random = new Random(1);
        Assert.InRange(Enumerable.Range(0, 1000).Count(_ => scenes.AnyRoom(random) == 0), 1, 60);
        Assert.InRange(Enumerable.Range(0, 1000).Count(_ => scenes.Any(random) == 0), 400, 600);
    }

    [Fact]
    public void What_is_said_exactly_costs_little_and_is_right_and_a_missed_or_seen_hand_is_not()
    {
        using var scope = NewDisposeScope();
        var hand = new RelativeBox(0.2, 0.3, 0.6, 0.9);
        var target = HandTarget.Of([hand, null], 20);
        var output = zeros(2, 5, 20, 20);
        output.narrow(1, 0, 1).fill_(-12);
        Assert.Equal(1, HandTarget.Right(output, target));
        double missed = HandTarget.Loss(output, target).item<float>();
        output[0].narrow(0, 1, 4).copy_(target[0].narrow(0, 2, 4));
        output[0, 0].copy_(target[0, 0] * 24 - 12);
        Assert.Equal(2, HandTarget.Right(output, target));
        double exact = HandTarget.Loss(output, target).item<float>();
        Assert.InRange(exact, 0, 0.02);
        Assert.True(missed > 5);

        output[0, 1].mul_(0.5);         // the left side too far right
        double narrow = HandTarget.Loss(output, target).item<float>();
        Assert.InRange(narrow, exact + 0.1, missed);
        output[1, 0, 3, 3] = tensor(12f);
        Assert.Equal(1, HandTarget.Right(output, target));
        Assert.True(HandTarget.Loss(output, target).item<float>() > narrow + 0.1);
    }

    [Fact]
    public void The_middle_of_a_hand_is_at_least_a_cell_and_the_cells_round_it_do_not_count()
    {
        using var scope = NewDisposeScope();
        var target = HandTarget.Of([new RelativeBox(0.2, 0.3, 0.6, 0.9), new RelativeBox(0.50, 0.50, 0.54, 0.54), null], 20);
        (double Middle, double NotCounted) Cells(int window) =>
            (target[window, 0].sum().item<float>(), 400 - target[window, 1].sum().item<float>());
        // Half sides 0.08 and 0.12 about (0.4, 0.6), 0.16 and 0.24 round it; cells of 0.05 with centres at 0.025, 0.075, …
        Assert.Equal((4 * 4, 6 * 10 - 4 * 4), Cells(0));
        Assert.Equal(1, Cells(1).Middle);
        Assert.Equal((0, 0), Cells(2));
    }

    [Fact]
    public void A_batch_has_windows_with_and_without_hands_and_is_the_same_for_the_same_seed()
    {
        using var scope = NewDisposeScope();
        using var task = new HandTask(Options, Scenes(), drawn: null, heads: null, held: null);
        (Tensor Input, Tensor Target) Batch(long seed)
        {
            random.manual_seed(seed);
            return task.Batch(arange(6));
        }
        var (input, target) = Batch(1);
        Assert.Equal([6L, 3, 160, 160], input.shape);
        Assert.InRange(input.min().item<float>(), 0, 255);
        Assert.InRange(input.max().item<float>(), 0, 255);
        long hands = target.narrow(1, 0, 1).flatten(1).amax([1]).eq(1).sum().item<long>();
        Assert.InRange(hands, 1, 5);
        Assert.True(input.Equals(Batch(1).Input) && target.Equals(Batch(1).Target));
        Assert.False(input.Equals(Batch(2).Input));
    }

    [Fact]
    public void A_coarse_batch_has_the_same_hands_in_smaller_windows()
    {
        using var scope = NewDisposeScope();
        using var task = new HandTask(Options with { Augmentation = 0 }, Scenes(), drawn: null, heads: null, held: null);
        random.manual_seed(1);
        var (fine, target) = task.Batch(arange(6));
        random.manual_seed(1);
        var (coarse, coarseTarget) = task.Batch(arange(6), coarse: true);
        Assert.Equal([6L, 3, 96, 96], coarse.shape);
        Assert.Equal([6L, HandTarget.Planes, 12, 12], coarseTarget.shape);
        Assert.Equal(IsThere(target), IsThere(coarseTarget));
        Assert.All(Enumerable.Range(0, 6), i => Assert.Equal(fine[i].mean().item<float>(), coarse[i].mean().item<float>(), 5f));

        static float[] IsThere(Tensor target) => target.narrow(1, 0, 1).flatten(1).amax([1]).data<float>().ToArray();
    }

    [Fact]
    public void Drawn_hands_are_where_their_boxes_say_and_always_stand_in_a_room_of_a_photograph()
    {
        const int Count = 12, Side = 160;
        using var scope = NewDisposeScope();
        var drawn = DrawnScenes.Hands(Count, TestContext.Current.CancellationToken);
        List<SceneWindow> whole = [.. Enumerable.Range(0, Count).Select(i => new SceneWindow(i, 0.5, 0.5, 1))];
        var shapes = drawn.Cut(whole, Side).Shapes;
        for (int i = 0; i < Count; i++)
        {
            var box = drawn.Boxes[i];
            int Pixel(double fraction) => (int)(Math.Clamp(fraction, 0, 1) * Side);
            int left = Pixel(box.Left), top = Pixel(box.Top), right = Pixel(box.Right), bottom = Pixel(box.Bottom);
            double inside = shapes[i, 0].narrow(0, top, bottom - top).narrow(1, left, right - left).mean().item<float>();
            Assert.InRange(inside, 0.2, 0.9);
            // Beyond the box there is the forearm, and only on one side.
            Assert.InRange(shapes[i, 0].mean().item<float>(), 0.02, 0.4);
        }

        using var task = new HandTask(Options with { DrawnHands = 5, Augmentation = 0 }, Scenes(), drawn, heads: null, held: null);
        random.manual_seed(1);
        Assert.Equal(6 + 5, task.Samples);
        long[] order = task.Order().data<long>().ToArray();
        Assert.Equal(5, order.Count(position => position >= 6));
        var (input, target) = task.Batch(arange(6, 6 + Count));
        Assert.Equal([Count, 3L, Side, Side], input.shape);
        // Nothing is left of the grey that they are drawn on.
        Assert.InRange(input.add(-128).abs().amax([1]).lt(1).to(ScalarType.Float32).mean().item<float>(), 0, 0.02);
        Assert.Equal(Count, target.narrow(1, 0, 1).flatten(1).amax([1]).eq(1).sum().item<long>());
    }

    [Fact]
    public void Drawn_heads_change_what_windows_show_and_not_where_the_hands_are()
    {
        using var scope = NewDisposeScope();
        var heads = new DrawnHeads(DrawnScenes.Heads(2, TestContext.Current.CancellationToken));
        using HandTask with = new(Options, Scenes(), drawn: null, heads, held: null), without = new(Options, Scenes(), drawn: null, heads: null, held: null);
        int differ = 0;
        for (int seed = 0; seed < 4; seed++)
        {
            random.manual_seed(seed);
            var (input, target) = with.Batch(arange(6));
            random.manual_seed(seed);
            var (plain, same) = without.Batch(arange(6));
            Assert.True(target.Equals(same));
            Assert.InRange(input.min().item<float>(), 0, 255);
            differ += input.Equals(plain) ? 0 : 1;
        }
        Assert.InRange(differ, 1, 4);
    }

    [Fact]
    public void Stopped_and_resumed_it_ends_with_the_weights_of_an_uninterrupted_training_and_is_exported_as_it_is()
    {
        TrainedNetwork Train(RunFolder? folder, ITrainingWatcher watcher, CancellationToken stop)
        {
            using var task = new HandTask(Options, Scenes(), drawn: null, heads: null, Scenes());
            return Trainer.Train(Options, task, folder, watcher, stop);
        }
        var folder = RunFolder.Create(place.Path, "hand-finder");
        using var stop = new CancellationTokenSource();
        var stopping = new Watcher(batch => { if (batch is { Epoch: 2, Batch: 1 }) stop.Cancel(); });
        Assert.Throws<OperationCanceledException>(() => Train(folder, stopping, stop.Token));
        using var resumed = Train(folder, new Watcher(), TestContext.Current.CancellationToken);
        using var whole = Train(null, new Watcher(), TestContext.Current.CancellationToken);
        Assert.Equal(Weights.Save(whole.Network), Weights.Save(resumed.Network));
        Assert.NotNull(whole.History[^1].ValidationAccuracy);

        var config = new RunConfig(Options, "made", "", 6, 6, Versions.Current(), DateTimeOffset.UnixEpoch, "a");
        var metadata = ModelMetadata.Of(whole.Network, config);
        using var calibration = tensor((byte[])[.. photos.SelectMany(photo =>
        {
            using var frame = Frame.Load(photo.Path);
            return Window.Around(frame.Bounds).Cut(frame, 160);
        })], [photos.Count, 3, 160, 160], ScalarType.Byte);
        foreach (var options in (ExportOptions[])[new(), new(Fold: false)])
        {
            var parity = CheckedExport.Write(place["hands.onnx"], whole.Network, metadata, photos, options);
            Assert.Equal(new Parity(6, 0, parity.LargestDifference), parity);
            RequireMetadata();
        }
        // After two epochs it is sure of no cell, and a little rounding makes it name another one here and there.
        NetworkExporter.Write(place["hands.onnx"], whole.Network, metadata, new(Precision: Precision.Int8), calibration);
        using (var rounded = HandModel.Load(place["hands.onnx"]))
            Assert.InRange(Parity.Of(whole.Network, rounded, photos).Different, 0, 3);
        RequireMetadata();
        using (no_grad())
            whole.Network.parameters().Last().fill_(float.NaN);
        File.Delete(place["hands.onnx"]);
        Assert.Throws<FingerspellException>(() => CheckedExport.Write(place["hands.onnx"], whole.Network, metadata, photos));
        Assert.False(File.Exists(place["hands.onnx"]));

        void RequireMetadata()
        {
            using var model = HandModel.Load(place["hands.onnx"]);
            Assert.Equal(new HandModelMetadata("hand-finder", 160, 0.5, Provenance.Of(config)), model.Metadata);
        }
    }

    [Fact]
    public void A_box_outside_of_its_photograph_is_refused_by_name()
    {
        var wrong = photos[0] with { Box = new Box(500, 500, 20, 20) };
        Assert.Contains(wrong.Path, Assert.Throws<FingerspellException>(
            () => HandScenes.Load([wrong], TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    HandScenes Scenes() => HandScenes.Load(photos, TestContext.Current.CancellationToken);
}
