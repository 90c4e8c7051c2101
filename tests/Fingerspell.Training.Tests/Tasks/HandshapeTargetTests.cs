using Fingerspell.Showing;
using Fingerspell.Training.Tasks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Tasks;

[Collection(PyTorchTests.Name)]
public sealed class HandshapeTargetTests
{
    [Fact]
    public void Handshapes_differ_by_the_fingers_in_which_they_differ()
    {
        float[] s = Of('S'), i = Of('I');
        int[] differing = [.. Enumerable.Range(0, HandshapeTarget.Count).Where(at => s[at] != i[at])];
        // The little finger's two joints; the S is seen a little from the side and from above.
        Assert.Equal([6, 7, 14, 15, 16, 17], differing);
        Assert.Equal((88f / 60, 2f / 60), (s[6], i[6]));
    }

    [Fact]
    public void Spread_fingers_differ_from_closed_ones() => Assert.True(Of('V')[8] - Of('U')[8] > 0.5);

    [Fact]
    public void Every_number_is_small_for_any_hand() => Assert.All(
        Enumerable.Range(0, 200).SelectMany(seed => HandshapeTarget.Of(HandVariation.AnyHandshape(new Random(seed)))),
        number => Assert.InRange(number, -3, 3));

    [Fact]
    public void The_loss_counts_only_hands_whose_handshape_is_known()
    {
        using var scope = NewDisposeScope();
        var target = zeros(3, HandshapeTarget.Count);
        var output = target.clone();
        output.narrow(0, 1, 2).fill_(0.5f);
        Assert.Equal(4 * 0.25, HandshapeTarget.Loss(output, target, tensor(new float[] { 1, 1, 0 })).item<float>(), 1e-6);
    }

    static float[] Of(char letter) => HandshapeTarget.Of(ManualAlphabet.Of(letter).Pose);
}
