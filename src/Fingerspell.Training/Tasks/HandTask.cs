using Fingerspell.Imaging;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>
/// The task of <c>hand-finder</c>: say where in a window of a photograph the hand is, or that there is none. A third of the
/// windows have none.
/// </summary>
/// <param name="options">How strongly light and colours are varied.</param>
/// <param name="scenes">The photographs to learn from; disposed with the task.</param>
/// <param name="held">Photographs held back, or null; disposed with the task.</param>
sealed class HandTask(TrainOptions options, HandScenes scenes, HandScenes? held) : LearningTask
{
    /// <summary>Width and height of the windows as the network is given them, in pixels.</summary>
    public const int Side = 160;

    const int Grid = Side / Hands.HandModel.CellSize, HeldAtOnce = 64;
    const double Empty = 1.0 / 3, Erased = 0.6, Whole = 0.4, Mounted = 0.45, BeforeBlack = 0.1;

    /// <inheritdoc/>
    public override int Samples => scenes.Count;

    /// <summary>As many scenes as there are, drawn by their odds.</summary>
    public override Tensor Order()
    {
        var random = Drawn();
        return tensor([.. Enumerable.Range(0, Samples).Select(_ => (long)scenes.Any(random))], ScalarType.Int64);
    }

    /// <inheritdoc/>
    public override (Tensor Input, Tensor Target) Batch(Tensor positions)
    {
        var random = Drawn();
        List<SceneWindow> windows = [], others = [];
        List<RelativeBox?> hands = [];
        List<int> erased = [], mounted = [];
        foreach (long position in positions.data<long>().ToArray())
        {
            int scene = (int)position, i = windows.Count;
            bool isEmpty = random.NextDouble() < Empty, isErased = isEmpty && random.NextDouble() < Erased;
            bool isMounted = !isEmpty && scenes.IsShapeKnown[scene] && random.NextDouble() < Mounted;
            var window = isErased ? SceneWindow.Anywhere(scenes, random)
                : isEmpty ? SceneWindow.Without(scenes, random)
                : !isMounted && random.NextDouble() < Whole ? SceneWindow.Whole(scene, random)
                : SceneWindow.With(scene, scenes.Hands[scene], isMounted, random);
            if (isErased)
                erased.Add(i);
            if (isMounted)
            {
                mounted.Add(i);
                others.Add(random.NextDouble() < BeforeBlack ? SceneWindow.Nowhere : SceneWindow.Anywhere(scenes, random));
            }
            windows.Add(window);
            hands.Add(isEmpty ? null : window.Of(scenes.Hands[scene]));
        }
        var pictures = scenes.Cut(windows, Side);
        if (erased.Count > 0)
            pictures.index_copy_(0, tensor([.. erased.Select(i => (long)i)], ScalarType.Int64),
                HandMounting.Recolour(scenes.CutHandless([.. erased.Select(i => windows[i])], Side)));
        if (mounted.Count > 0)
            HandMounting.Mount(pictures, windows, mounted, others, scenes);
        return (HandMounting.Relight(pictures, options.Augmentation), HandTarget.Of(hands, Grid));
    }

    /// <summary>A generator that PyTorch's own starts.</summary>
    static Random Drawn() => new((int)randint(0, int.MaxValue, [1], ScalarType.Int64).data<long>()[0]);

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
            var target = HandTarget.Of([.. whole.Select(window => (RelativeBox?)window.Of(held.Hands[window.Scene])), .. empty.Select(_ => (RelativeBox?)null)], Grid);
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
        held?.Dispose();
    }
}
