using Fingerspell.Imaging;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>
/// The task of <c>hand-finder</c>: say where in a window of a photograph the hand is, or that there is none. About a third of the
/// windows have none.
/// </summary>
/// <param name="options">How strongly light and colours are varied.</param>
/// <param name="scenes">The photographs to learn from; disposed with the task.</param>
/// <param name="drawn">Drawn hands to put into them, or null; disposed with the task.</param>
/// <param name="heads">Drawn heads to put into them, or null; disposed with the task.</param>
/// <param name="held">Photographs held back, or null; disposed with the task.</param>
sealed class HandTask(TrainOptions options, HandScenes scenes, DrawnScenes? drawn, DrawnHeads? heads, HandScenes? held) : LearningTask
{
    /// <summary>Width and height of the windows as the network is given them, in pixels.</summary>
    public const int Side = 160;

    const int HeldAtOnce = 64;
    const double Empty = 0.38, Erased = 0.6, Whole = 0.4, Mounted = 0.45, BeforeBlack = 0.1;

    /// <summary>Shares of the mounted hands, and of the windows without a hand, that get a drawn head; and of the latter that get a thing.</summary>
    const double HeadByHand = 0.4, HeadAlone = 0.25, Thing = 0.3;

    readonly int drawnAnEpoch = drawn is null ? 0 : options.DrawnHands;

    /// <inheritdoc/>
    public override int Samples => scenes.Count + drawnAnEpoch;

    /// <summary>As many scenes as there are, drawn by their odds, and after them drawn hands; all shuffled.</summary>
    public override Tensor Order()
    {
        var random = Chance();
        long[] order =
        [
            .. Enumerable.Range(0, scenes.Count).Select(_ => (long)scenes.Any(random)),
            .. Enumerable.Range(0, drawnAnEpoch).Select(_ => (long)scenes.Count + random.Next(drawn?.Count ?? 0)),
        ];
        random.Shuffle(order);
        return tensor(order, ScalarType.Int64);
    }

    /// <inheritdoc/>
    public override (Tensor Input, Tensor Target) Batch(Tensor positions, bool coarse = false)
    {
        int side = coarse ? Network.CoarseOf(Side) : Side;
        var random = Chance();
        var byKind = positions.data<long>().ToArray().ToLookup(position => position < scenes.Count);
        var (windows, hands) = OfPhotographs([.. byKind[true].Select(position => (int)position)], side, random);
        if (byKind[false].Any())
        {
            var (drawnWindows, drawnHands) = OfDrawn([.. byKind[false].Select(position => (int)position - scenes.Count)], side, random);
            (windows, hands) = (cat([windows, drawnWindows]), [.. hands, .. drawnHands]);
        }
        return (HandMounting.Relight(windows, options.Augmentation), HandTarget.Of(hands, GridOf(side)));
    }

    /// <summary>Windows of photographs, as they are, without the hand, or with another room behind it.</summary>
    (Tensor Windows, IReadOnlyList<RelativeBox?> Hands) OfPhotographs(IReadOnlyList<int> which, int side, Random random)
    {
        List<SceneWindow> windows = [], rooms = [];
        List<RelativeBox?> hands = [];
        List<int> erased = [], mounted = [];
        foreach (int scene in which)
        {
            bool isEmpty = random.NextDouble() < Empty, isErased = isEmpty && random.NextDouble() < Erased;
            bool isMounted = !isEmpty && scenes.IsShapeKnown[scene] && random.NextDouble() < Mounted;
            bool isWhole = random.NextDouble() < Whole;
            var window = isErased ? isWhole ? SceneWindow.Whole(scenes.AnyRoom(random), random) : SceneWindow.Anywhere(scenes, random)
                : isEmpty ? SceneWindow.Without(scenes, random)
                : !isMounted && isWhole ? SceneWindow.Whole(scene, random)
                : SceneWindow.With(scene, scenes.Hands[scene], isMounted, random);
            if (isErased)
                erased.Add(windows.Count);
            if (isMounted)
            {
                mounted.Add(windows.Count);
                rooms.Add(Room(random));
            }
            windows.Add(window);
            hands.Add(isEmpty ? null : window.Of(scenes.Hands[scene]));
        }
        var pictures = scenes.Cut(windows, side);
        var beside = mounted.Count == 0 ? null : heads?.Beside([.. mounted.Select(i => hands[i])], HeadByHand, side, random);
        Replace(erased, _ => HandMounting.Recolour(scenes.CutHandless([.. erased.Select(i => windows[i])], side)));
        Replace(mounted, shown => HandMounting.Mount(
            shown, LetterAugmentation.Softened(scenes.CutShapes([.. mounted.Select(i => windows[i])], side)), scenes.CutHandless(rooms, side), beside));
        int[] alone = heads is null ? [] : WithoutHand(HeadAlone);
        Replace(alone, rooms => heads!.Anywhere(alone.Length, side, random).Before(rooms));
        // Or the edge of what is put before a room would tell that it is a hand.
        Replace(WithoutHand(Thing), NoHand.PutThings);
        return (pictures, hands);

        int[] WithoutHand(double share) => [.. Enumerable.Range(0, hands.Count).Where(i => hands[i] is null && random.NextDouble() < share)];

        void Replace(IReadOnlyList<int> some, Func<Tensor, Tensor> by)
        {
            if (some.Count == 0)
                return;
            var index = tensor([.. some.Select(i => (long)i)], ScalarType.Int64);
            pictures.index_copy_(0, index, by(pictures.index_select(0, index)));
        }
    }

    /// <summary>Drawn hands in rooms of photographs.</summary>
    (Tensor Windows, IReadOnlyList<RelativeBox?> Hands) OfDrawn(IReadOnlyList<int> which, int side, Random random)
    {
        var windows = which.Select(i => SceneWindow.With(i, drawn!.Boxes[i], beyond: true, random)).ToList();
        var rooms = which.Select(_ => Room(random)).ToList();
        RelativeBox?[] hands = [.. windows.Select(window => (RelativeBox?)window.Of(drawn!.Boxes[window.Scene]))];
        var (pictures, shapes) = drawn!.Cut(windows, side);
        return (HandMounting.Mount(pictures, shapes, scenes.CutHandless(rooms, side), heads?.Beside(hands, HeadByHand, side, random)), hands);
    }

    /// <summary>Cells in a row of a window.</summary>
    static int GridOf(int side) => side / Hands.HandModel.CellSize;

    /// <summary>Where a hand is mounted.</summary>
    SceneWindow Room(Random random) => random.NextDouble() < BeforeBlack ? SceneWindow.Nowhere : SceneWindow.Anywhere(scenes, random);

    /// <inheritdoc/>
    public override Tensor Loss(Tensor output, Tensor target) => HandTarget.Loss(output, target);

    /// <inheritdoc/>
    public override int Right(Tensor output, Tensor target) => HandTarget.Right(output, target);

    /// <summary>On the whole of each photograph, and on as many windows without a hand.</summary>
    public override (double Loss, double Accuracy)? Validate(Network network)
    {
        if (held is null)
            return null;
        network.eval();
        using var quick = inference_mode();
        var random = new Random(0);
        double loss = 0, right = 0;
        for (int first = 0; first < held.Count; first += HeldAtOnce)
        {
            using var scope = NewDisposeScope();
            var whole = Enumerable.Range(first, Math.Min(HeldAtOnce, held.Count - first)).Select(scene => new SceneWindow(scene, 0.5, 0.5, 1)).ToList();
            var empty = whole.Select(_ => SceneWindow.Without(held, random)).ToList();
            var target = HandTarget.Of([.. whole.Select(window => (RelativeBox?)window.Of(held.Hands[window.Scene])), .. empty.Select(_ => (RelativeBox?)null)], GridOf(Side));
            var output = network.call(held.Cut([.. whole, .. empty], Side));
            loss += HandTarget.Loss(output, target).item<float>() * whole.Count;
            right += HandTarget.Right(output, target) / 2.0;
        }
        return (loss / held.Count, right / held.Count);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        scenes.Dispose();
        drawn?.Dispose();
        heads?.Dispose();
        held?.Dispose();
    }
}
