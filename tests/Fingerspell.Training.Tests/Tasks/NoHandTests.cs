using Fingerspell.Training.Tasks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Tasks;

[Collection(PyTorchTests.Name)]
public sealed class NoHandTests
{
    [Fact]
    public void A_scrambled_hand_has_the_same_levels_elsewhere()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        var hands = rand(2, 1, 32, 32).Times(255);
        var scrambled = NoHand.Scramble(hands);
        float[] before = Middle(hands), after = Middle(scrambled);
        Assert.NotEqual(before, after);
        Assert.Equal(before.Order(), after.Order());
    }

    [Fact]
    public void Some_places_stay_some_get_a_thing_and_some_are_scrambled_hands()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(2);
        const int count = 400;
        var places = arange(count, ScalarType.Float32).Times(0.25).view(-1, 1, 1, 1).expand(count, 1, 32, 32).contiguous();
        var varied = NoHand.Vary(places, full([count, 1, 32, 32], 255f));
        int kept = 0, scrambled = 0, things = 0;
        for (int i = 0; i < count; i++)
        {
            float[] levels = varied[i].contiguous().data<float>().ToArray();
            if (levels.All(level => level == 255))
                scrambled++;
            else if (levels.All(level => level == i * 0.25f))
                kept++;
            else
                things++;
        }
        Assert.InRange(kept, 140, 220);
        Assert.InRange(scrambled, 50, 110);
        Assert.InRange(things, 100, 180);
    }

    [Fact]
    public void A_thing_before_a_room_is_no_smaller_than_a_hand_far_away_and_leaves_most_of_the_room()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        var rooms = full([40, 3, 64, 64], 100f);
        var covered = (NoHand.PutThings(rooms) - rooms).abs().amax([1]).gt(0).to(ScalarType.Float32).mean([1, 2]).data<float>().ToArray();
        Assert.InRange(covered.Average(), 0.05, 0.3);
        Assert.InRange(covered.Max(), 0.05, 0.7);
        Assert.InRange(covered.Count(share => share > 0.01), 30, 40);
    }

    static float[] Middle(Tensor pictures) => pictures.narrow(2, 8, 16).narrow(3, 8, 16).contiguous().data<float>().ToArray();
}
