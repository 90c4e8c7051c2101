using Fingerspell.Showing;

namespace Fingerspell.Tests.Showing;

public sealed class HandVariationTests
{
    [Fact]
    public void The_same_chance_gives_the_same_hand_and_another_one_another()
    {
        Assert.Equal(HandVariation.Sign('V', new Random(1)), HandVariation.Sign('V', new Random(1)));
        Assert.NotEqual(HandVariation.Sign('V', new Random(1)), HandVariation.Sign('V', new Random(2)));
        Assert.Equal(HandVariation.Look(new Random(1)), HandVariation.Look(new Random(1)));
        Assert.NotEqual(HandVariation.Look(new Random(1)), HandVariation.Look(new Random(2)));
    }

    [Fact]
    public void Chance_varies_the_hand_and_the_same_chance_does_not()
    {
        byte[] V(int seed)
        {
            var random = new Random(seed);
            var pose = HandVariation.Vary(ManualAlphabet.Of('V').Pose, random);
            return HandDrawing.Render(pose, HandVariation.Look(random), 48).Rgba.ToArray();
        }
        Assert.Equal(V(1), V(1));
        Assert.NotEqual(V(1), V(2));
    }

    [Fact]
    public void Every_letter_is_seen_from_both_sides_of_how_it_is_described_and_never_from_behind()
    {
        foreach (char letter in Alphabet.StaticLetters)
        {
            var usual = ManualAlphabet.Of(letter).Pose.Orientation;
            var random = new Random(letter);
            var seen = Enumerable.Range(0, 60).Select(_ => HandVariation.Sign(letter, random).Orientation).ToList();
            Assert.True(seen.Min(o => o.Turn) < usual.Turn - 15 && seen.Max(o => o.Turn) > usual.Turn + 15, $"{letter}");
            Assert.True(seen.TrueForAll(o => Math.Abs(o.Turn - usual.Turn) < 100 && Math.Abs(o.Lean - usual.Lean) < 60), $"{letter}");
        }
    }

    [Fact]
    public void A_stretched_finger_stays_stretched_and_a_folded_one_folded()
    {
        var random = new Random(1);
        for (int i = 0; i < 200; i++)
        {
            var shape = HandVariation.Sign('U', random).Shape;
            Assert.True(shape.Index.Base + shape.Index.Middle < 40 && shape.Ring.Base + shape.Ring.Middle > 120, $"{shape}");
        }
    }

    [Fact]
    public void A_variant_is_another_way_to_hold_the_hand()
    {
        foreach (char letter in Alphabet.Letters)
        {
            var usual = ManualAlphabet.Of(letter).Pose;
            Assert.DoesNotContain(usual, LetterVariants.Of(letter));
            Assert.Distinct(LetterVariants.Of(letter));
        }
        Assert.Contains(LetterVariants.Of('M'), pose => pose.Shape != ManualAlphabet.Of('M').Pose.Shape);
    }
}
