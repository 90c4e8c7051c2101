using Fingerspell.Showing;

namespace Fingerspell.Tests.Showing;

public sealed class HandVariationTests
{
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
    public void A_hand_of_any_handshape_bends_each_finger_as_far_as_some_letter_does()
    {
        Handshape[] letters = [.. Alphabet.StaticLetters.Select(letter => ManualAlphabet.Of(letter).Pose.Shape)];
        Pose[] any = [.. Enumerable.Range(0, 100).Select(seed => HandVariation.AnyHandshape(new Random(seed)))];
        foreach (var bend in new Func<Handshape, float>[] { s => s.Index.Base, s => s.Middle.Middle, s => s.Ring.Tip, s => s.Little.Base, s => s.Thumb.Palmar })
        {
            Assert.All(any, pose => Assert.InRange(bend(pose.Shape), letters.Min(bend) - 0.01f, letters.Max(bend) + 0.01f));
            Assert.True(any.Max(pose => bend(pose.Shape)) - any.Min(pose => bend(pose.Shape)) > 0.8 * (letters.Max(bend) - letters.Min(bend)));
        }
        Assert.Equal(any[7], HandVariation.AnyHandshape(new Random(7)));
        // Hardly any is a letter: all four fingers bent as far as that letter's.
        Assert.True(any.Count(pose => letters.Any(shape =>
            new[] { shape.Index.Middle - pose.Shape.Index.Middle, shape.Middle.Middle - pose.Shape.Middle.Middle, shape.Ring.Middle - pose.Shape.Ring.Middle,
                shape.Little.Middle - pose.Shape.Little.Middle }.All(off => MathF.Abs(off) < 10))) < 25);
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
