using Fingerspell.Imaging;
using Fingerspell.Training.Tasks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Tasks;

[Collection(PyTorchTests.Name)]
public sealed class DrawnHeadsTests
{
    const int Side = 64, Count = 20;

    [Fact]
    public void A_number_has_one_head_and_another_number_another()
    {
        DrawnScene first = DrawnHead.Of(3, Side), again = DrawnHead.Of(3, Side), other = DrawnHead.Of(4, Side);
        Assert.Equal(first.Pixels, again.Pixels);
        Assert.Equal(first.Shape, again.Shape);
        Assert.NotEqual(first.Pixels, other.Pixels);
    }

    [Fact]
    public void Heads_are_where_their_boxes_say_above_shoulders_wider_than_they_and_their_skin_is_about_what_is_said()
    {
        double red = 0, green = 0, blue = 0;
        for (int number = 0; number < Count; number++)
        {
            var head = DrawnHead.Of(number, Side);
            int left = (int)(head.Box.Left * Side), top = (int)(head.Box.Top * Side), right = (int)(head.Box.Right * Side), bottom = (int)(head.Box.Bottom * Side);
            Assert.InRange(Covered(head.Shape, left, top, right, bottom), 0.6, 1);
            Assert.InRange(Covered(head.Shape, 0, 0, Side, top), 0, 0.03);
            Assert.InRange(Covered(head.Shape, left - 5, Side - 8, right + 5, Side), 0.9, 1);
            int cheek = (int)((head.Box.Top * 0.45 + head.Box.Bottom * 0.55) * Side) * Side + (left + right) / 2;
            red += head.Pixels[cheek] / (double)Count;
            green += head.Pixels[Side * Side + cheek] / (double)Count;
            blue += head.Pixels[2 * Side * Side + cheek] / (double)Count;
        }
        Assert.InRange(red, DrawnHead.MeanSkin[0] - 25, DrawnHead.MeanSkin[0] + 25);
        Assert.InRange(green, DrawnHead.MeanSkin[1] - 25, DrawnHead.MeanSkin[1] + 25);
        Assert.InRange(blue, DrawnHead.MeanSkin[2] - 25, DrawnHead.MeanSkin[2] + 25);
    }

    [Theory]
    [InlineData(0.5, 0.5, 0.3)]
    [InlineData(0.1, 0.8, 1.2)]
    public void What_is_to_lie_somewhere_at_some_size_does(double x, double y, double longer)
    {
        var random = new Random(1);
        var thing = new RelativeBox(0.2, 0.3, 0.5, 0.8);
        for (int i = 0; i < 20; i++)
        {
            var box = SceneWindow.Placing(0, thing, x, y, longer, random).Of(thing);
            Assert.Equal(x, (box.Left + box.Right) / 2, 6);
            Assert.Equal(y, (box.Top + box.Bottom) / 2, 6);
            // The box is that of an ellipse, which a turn makes a little shorter.
            Assert.InRange(box.Bottom - box.Top, 0.95 * longer, longer * 1.000001);
        }
    }

    [Fact]
    public void Heads_touch_as_many_windows_as_asked_and_nothing_beside_them()
    {
        using var scope = NewDisposeScope();
        using var heads = Heads();
        var hands = Enumerable.Repeat((RelativeBox?)new RelativeBox(0.4, 0.4, 0.6, 0.6), Count).ToArray();
        var rooms = ones(Count, 3, Side, Side) * 77;
        Assert.Equal(0, heads.Beside(hands, 0, Side, new Random(1)).Shapes.max().item<float>());
        var layer = heads.Beside(hands, 1, Side, new Random(1));
        Assert.InRange(layer.Shapes.flatten(1).amax([1]).gt(0.9).sum().item<long>(), Count - 2, Count);

        var with = layer.Before(rooms, ones(Count, 3, 1, 1) * 100);
        var beside = layer.Shapes.eq(0).expand_as(with);
        Assert.Equal(77, with.masked_select(beside).max().item<float>());
        Assert.Equal(77, with.masked_select(beside).min().item<float>());
        Assert.False(with.Equals(rooms));
    }

    [Fact]
    public void Where_no_hand_is_a_head_is_about_where_one_would_be()
    {
        using var scope = NewDisposeScope();
        using var heads = Heads();
        var shapes = heads.Beside(new RelativeBox?[100], 1, Side, new Random(1)).Shapes;
        var middle = shapes.narrow(2, Side / 4, Side / 2).narrow(3, Side / 4, Side / 2).mean([1, 2, 3]);
        Assert.InRange(middle.mean().item<float>(), 0.5, 0.95);
        Assert.InRange(middle.min().item<float>(), 0.05, 1);
    }

    [Fact]
    public void A_things_own_colours_are_had_back_from_what_was_drawn_over_grey()
    {
        using var scope = NewDisposeScope();
        var shapes = tensor(new float[] { 0, 0.1f, 0.5f, 1 }, [1, 1, 1, 4]);
        var alone = DrawnScene.WithoutGrey(full([1, 3, 1, 4], (float)DrawnScene.Grey).lerp(full([1, 3, 1, 4], 200f), shapes), shapes);
        Assert.All(alone.narrow(3, 1, 3).contiguous().data<float>().ToArray(), level => Assert.Equal(200, level, 0.01f));
        Assert.Equal(0, alone[0, 0, 0, 0].item<float>());
    }

    [Fact]
    public void Heads_take_the_skin_that_is_given()
    {
        random.manual_seed(1);
        using var scope = NewDisposeScope();
        using var heads = Heads();
        // A head over the whole window: what its middle shows is mostly face.
        var layer = heads.Anywhere(Count, Side, new Random(2));
        var skin = tensor(new float[] { 60, 90, 120 }, [1, 3, 1, 1]).expand(Count, 3, 1, 1);
        var given = layer.Before(zeros(Count, 3, Side, Side), skin);
        var drawn = layer.Before(zeros(Count, 3, Side, Side), tensor(DrawnHead.MeanSkin, [1, 3, 1, 1]).expand(Count, 3, 1, 1));
        float[] changed = (given.mean([0, 2, 3]) / drawn.mean([0, 2, 3])).data<float>().ToArray();
        for (int channel = 0; channel < 3; channel++)
            Assert.Equal(skin[0, channel, 0, 0].item<float>() / DrawnHead.MeanSkin[channel], changed[channel], 0.15);
    }

    static DrawnHeads Heads() => new(DrawnScenes.Heads(4, TestContext.Current.CancellationToken));

    static double Covered(byte[] shape, int left, int top, int right, int bottom)
    {
        double sum = 0;
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
                sum += shape[y * Side + x] / 255.0;
        }
        return sum / ((right - left) * (bottom - top));
    }
}
