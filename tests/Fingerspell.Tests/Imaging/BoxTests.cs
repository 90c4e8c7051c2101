using CsCheck;
using Fingerspell.Imaging;

namespace Fingerspell.Tests.Imaging;

public sealed class BoxTests
{
    static readonly Gen<Box> Boxes = Gen.Select(
        Gen.Int[-50, 150], Gen.Int[-50, 150], Gen.Int[1, 120], Gen.Int[1, 120], (x, y, w, h) => new Box(x, y, w, h));

    [Fact]
    public void The_square_contains_the_box_about_the_same_centre() => Boxes.Sample(box =>
    {
        var square = box.ToSquare();
        Assert.Equal(square.Width, square.Height);
        Assert.Equal(Math.Max(box.Width, box.Height), square.Width);
        Assert.Equal(box, box.Clip(square));
        // Twice the centre, in whole numbers: at most the odd pixel apart.
        Assert.InRange(2 * square.X + square.Width - (2 * box.X + box.Width), 0, 1);
        Assert.InRange(2 * square.Y + square.Height - (2 * box.Y + box.Height), 0, 1);
    });

    [Fact]
    public void Clipping_keeps_exactly_the_pixels_that_are_in_both() => Gen.Select(Boxes, Boxes).Sample((a, b) =>
    {
        int shared = 0;
        for (int y = a.Y; y < a.Y + a.Height; y++)
            for (int x = a.X; x < a.X + a.Width; x++)
                if (x >= b.X && x < b.X + b.Width && y >= b.Y && y < b.Y + b.Height)
                    shared++;
        var clipped = a.Clip(b);
        Assert.Equal(clipped, b.Clip(a));
        Assert.Equal(shared, clipped is { } c ? c.Width * c.Height : 0);
    }, iter: 200);

    [Fact]
    public void A_box_without_end_is_clipped_to_what_is_there() =>
        Assert.Equal(new Box(10, 20, 90, 60), new Box(10, 20, int.MaxValue, int.MaxValue).Clip(new Box(0, 0, 100, 80)));

    [Fact]
    public void A_larger_square_has_the_same_centre_and_the_side_that_was_asked_for() =>
        Gen.Select(Boxes, Gen.Double[1, 4]).Sample((box, factor) =>
        {
            var square = box.ToSquare(factor);
            Assert.Equal(square.Width, square.Height);
            Assert.InRange(square.Width - factor * Math.Max(box.Width, box.Height), -0.5, 0.5);
            Assert.InRange(2 * square.X + square.Width - (2 * box.X + box.Width), 0, 1);
            Assert.InRange(2 * square.Y + square.Height - (2 * box.Y + box.Height), 0, 1);
        });

    [Fact]
    public void The_overlap_is_what_two_boxes_share_of_what_they_cover_together() => Gen.Select(Boxes, Boxes).Sample((a, b) =>
    {
        int shared = a.Clip(b) is { } c ? c.Width * c.Height : 0;
        Assert.Equal((double)shared / (a.Width * a.Height + b.Width * b.Height - shared), a.Overlap(b), 1e-12);
        Assert.Equal(a.Overlap(b), b.Overlap(a));
        Assert.Equal(1, a.Overlap(a));
    });
}
