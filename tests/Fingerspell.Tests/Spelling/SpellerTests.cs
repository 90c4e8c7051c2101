using CsCheck;
using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Spelling;

namespace Fingerspell.Tests.Spelling;

public sealed class SpellerTests
{
    static readonly SpellerOptions Options = new()
    {
        Hold = TimeSpan.FromSeconds(0.3),
        Release = TimeSpan.FromSeconds(0.2),
        WordEnd = TimeSpan.FromSeconds(0.6),
    };

    static Speller After(string signs) => Readings.After(signs, Options);

    [Theory]
    [InlineData("", "")]
    [InlineData("....", "")]
    [InlineData("AAA", "")] // from 0.0 to 0.2 s
    [InlineData("AAAA", "A")]
    [InlineData("AAAAAAAAAAAA", "A")]
    [InlineData("AAAABBBBB", "AB")]
    [InlineData("AAAABBBBAAAAA", "ABA")]
    [InlineData("AAAABB", "A")]
    public void A_letter_held_is_typed_once(string signs, string text) => Assert.Equal(text, After(signs).Text);

    [Theory]
    [InlineData("AABAAA")]
    [InlineData("AA.AAA")]
    [InlineData("AA?AAA")]
    [InlineData("A?AAAA?A")]
    [InlineData("A?AA.AABAA")]
    public void A_single_wrong_or_missing_reading_breaks_no_hold_and_types_nothing(string signs) =>
        Assert.Equal("A", After(signs).Text);

    [Theory]
    [InlineData("AA??AA??AA??AA??")]
    [InlineData("ABABABABABABABAB")]
    [InlineData("ABCDEFGHIABCDEFGHI")]
    [InlineData("A??A??A??A??A??")]
    public void What_is_not_seen_most_of_the_time_is_not_typed(string signs) => Assert.Equal("", After(signs).Text);

    [Theory]
    [InlineData("LLLL?LLLL", "L")] // not let go: one reading may fail
    [InlineData("LLLL.LLLL", "L")]
    [InlineData("LLLLBLLLL", "L")]
    [InlineData("LLLL???LLLLL", "LL")]
    [InlineData("LLLL...LLLLL", "LL")]
    [InlineData("..HHHH?EEEEE?LLLLL???LLLLL?OOOOO", "HELLO")]
    public void A_letter_let_go_may_be_typed_again(string signs, string text) => Assert.Equal(text, After(signs).Text);

    [Theory]
    [InlineData("AAAA.....", "A")] // from 0.4 to 0.8 s
    [InlineData("AAAA.......", "A ")]
    [InlineData("AAAA....................", "A ")]
    [InlineData("AAAA.......BBBBB.......", "A B ")]
    [InlineData(".......AAAA", "A")]
    [InlineData("AAAA???????", "A")] // the hand is still there
    [InlineData("AAAA.......??.......", "A ")]
    [InlineData("AAAA...A.....", "A ")] // something is taken for a hand once
    public void A_word_ends_when_the_hand_leaves(string signs, string text) => Assert.Equal(text, After(signs).Text);

    [Fact]
    public void The_held_letter_stays_until_another_is_typed_or_none_is_held()
    {
        Assert.Null(After("AAA").Held);
        Assert.Equal('A', After("AAAA").Held);
        Assert.Equal('A', After("AAAA..").Held);
        Assert.Null(After("AAAA...").Held);
        Assert.Equal('A', After("AAAABBB").Held);
        Assert.Equal('B', After("AAAABBBBB").Held);
    }

    [Fact]
    public void Holding_tells_how_far_it_is()
    {
        Assert.Null(After("").Holding);
        Assert.Null(After("A").Holding);
        Assert.Equal(('A', 0.333333), Rounded(After("AA").Holding));
        Assert.Equal(('A', 0.666667), Rounded(After("AAA").Holding));
        Assert.Equal(('A', 1), Rounded(After("AAAA").Holding));
        Assert.Equal(('A', 1), Rounded(After("AAAA?").Holding));
        Assert.Equal(('A', 1), Rounded(After("AAAA??").Holding));
        Assert.Null(After("AAAA???").Holding);

        static (char, double)? Rounded(Holding? holding) => holding is var (letter, progress) ? (letter, Math.Round(progress, 6)) : null;
    }

    [Fact]
    public void A_letter_less_sure_takes_longer()
    {
        var speller = new Speller(Options);
        int readings = 0;
        while (speller.Text.Length == 0)
            speller.Add(TimeSpan.FromSeconds(0.1 * readings++), Readings.Of('A', 0.52));
        Assert.InRange(readings, 6, 8);
    }

    [Fact]
    public void A_probable_letter_that_is_never_named_is_not_typed()
    {
        var speller = new Speller(Options);
        for (int i = 0; i < 50; i++)
            speller.Add(TimeSpan.FromSeconds(0.1 * i), Readings.Of('A') with { Letter = null });
        Assert.Equal("", speller.Text);
    }

    [Fact]
    public void It_tells_when_something_has_changed()
    {
        var speller = new Speller(Options);
        string changes = string.Concat("AAAAA???..BBBBBB........".Select((sign, i) =>
            speller.Add(TimeSpan.FromSeconds(0.1 * i), Readings.Of(sign)) ? '!' : '-'));
        //            AAAAA???..BBBBBB........
        Assert.Equal("---!---!-----!----!---!-", changes);
        Assert.Equal("AB ", speller.Text);
    }

    [Fact]
    public void Only_time_counts_and_not_the_number_of_readings()
    {
        var speller = new Speller();
        var hold = new SpellerOptions().Hold;
        for (int i = 0; i < 1000; i++)
            Assert.False(speller.Add(hold * i / 1000, Readings.Of('A')));
        Assert.True(speller.Add(hold, Readings.Of('A')));
        Assert.Equal("A", speller.Text);
    }

    [Fact]
    public void Of_a_long_time_without_readings_nothing_is_known()
    {
        var speller = new Speller(new SpellerOptions { WordEnd = TimeSpan.FromSeconds(1) });
        speller.Add(TimeSpan.Zero, Readings.Of('A'));
        speller.Add(TimeSpan.FromSeconds(60), Readings.Of('A'));
        Assert.Equal("", speller.Text);
        speller.Set("A");
        speller.Add(TimeSpan.FromSeconds(61), Reading.NoHand);
        speller.Add(TimeSpan.FromSeconds(120), Reading.NoHand);
        Assert.Equal("A", speller.Text);
    }

    [Fact]
    public void Without_a_hold_time_the_first_reading_is_typed()
    {
        var speller = new Speller(Options with { Hold = TimeSpan.Zero });
        Assert.True(speller.Add(TimeSpan.Zero, Readings.Of('A')));
        Assert.False(speller.Add(TimeSpan.FromSeconds(0.1), Readings.Of('A')));
        Assert.Equal("A", speller.Text);
    }

    [Fact]
    public void Time_does_not_run_backwards()
    {
        var speller = new Speller();
        speller.Add(TimeSpan.FromSeconds(1), Readings.Of('A'));
        Assert.Throws<ArgumentOutOfRangeException>(() => speller.Add(TimeSpan.FromSeconds(0.9), Readings.Of('A')));
    }

    /// <summary>Readings of A at places that are given in hand's sizes from the first one, ten a second.</summary>
    static Speller AfterPlaces(params IEnumerable<double> places)
    {
        var speller = new Speller(Options);
        int i = 0;
        foreach (double place in places)
            speller.Add(TimeSpan.FromSeconds(0.1 * i++), Readings.Of('A', place: Readings.Place with { X = 1000 + (int)(place * Readings.Place.Width) }));
        return speller;
    }

    [Fact]
    public void No_letter_is_typed_while_the_hand_moves()
    {
        Assert.Equal("", AfterPlaces(Enumerable.Range(0, 30).Select(i => 0.2 * i)).Text);
        Assert.Equal("A", AfterPlaces([.. Enumerable.Range(0, 30).Select(i => 0.2 * i), .. Enumerable.Repeat(6.0, 7)]).Text);
    }

    [Fact]
    public void A_hand_that_trembles_or_drifts_is_held()
    {
        Assert.Equal("A", AfterPlaces(0, 0.08, -0.05, 0.07, 0.01).Text);
        Assert.Equal("A", AfterPlaces(Enumerable.Range(0, 30).Select(i => i % 2 * 0.1)).Text);
        Assert.Equal("A", AfterPlaces(Enumerable.Range(0, 60).Select(i => 0.03 * i)).Text);
    }

    [Fact]
    public void A_small_movement_to_the_side_types_the_letter_again() =>
        Assert.Equal("AA", AfterPlaces([0, 0, 0, 0, 0, 0.25, 0.5, 0.6, .. Enumerable.Repeat(0.6, 6)]).Text);

    [Fact]
    public void A_dip_by_half_a_hand_within_half_a_second_types_the_letter_again() =>
        Assert.Equal("AA", AfterPlaces([0, 0, 0, 0, 0, 0, 0, 0.15, 0.4, 0.5, 0.4, 0.15, .. Enumerable.Repeat(0.0, 8)]).Text);

    [Fact]
    public void A_place_misfound_once_is_no_movement() =>
        Assert.Equal("A", AfterPlaces([0, 0, 0, 0, 0, 0.3, .. Enumerable.Repeat(0.0, 10)]).Text);

    static readonly Gen<Box?> GenPlace = Gen.Int[0, 3].Select(x => (Box?)(Readings.Place with { X = 100 + 40 * x }));

    static readonly Gen<Reading> GenReading = Gen.OneOf(
        Gen.Const(() => Reading.NoHand),
        Gen.Select(Gen.Char["AABL"], Gen.Double[0.3, 1], GenPlace, Readings.Of),
        Gen.Select(Gen.Char["AL"], Gen.Const(0.98), GenPlace, Readings.Of),
        Gen.Float[0, 1].Array[24].Select(weights => Readings.Of(
            [.. weights.Select((weight, i) => new LetterCandidate(Alphabet.StaticLetters[i], weight / weights.Sum()))])));

    /// <summary>Stretches of equal readings, so that letters are held and words end, with times between.</summary>
    static readonly Gen<(Reading Reading, double Seconds)[]> GenReadings =
        Gen.Select(GenReading, Gen.Int[1, 8], Gen.Double[0, 0.3]).Array[0, 40]
            .Select(stretches => stretches.SelectMany(s => Enumerable.Repeat((s.Item1, s.Item3), s.Item2)).ToArray());

    [Fact]
    public void Any_readings_type_one_sign_at_a_time_and_only_what_is_read() => GenReadings.Sample(readings =>
    {
        var speller = new Speller(Options);
        double now = 0, lastTyped = double.NegativeInfinity;
        foreach (var (reading, seconds) in readings)
        {
            string before = speller.Text;
            char? held = speller.Held;
            bool changed = speller.Add(TimeSpan.FromSeconds(now += seconds), reading);

            Assert.Equal(changed, speller.Text != before || speller.Held != held);
            if (speller.Holding is var (letter, progress))
                Assert.True(letter is >= 'A' and <= 'Z' && progress is > 0 and <= 1);
            if (speller.Text == before)
                continue;
            // A letter that was drawn takes the place of what its hand was read as.
            if (speller.Held is 'J' or 'Z' && speller.Text.EndsWith(speller.Held.Value))
            {
                Assert.StartsWith(speller.Text[..^1], before);
                continue;
            }
            Assert.StartsWith(before, speller.Text);
            Assert.Equal(1, speller.Text.Length - before.Length);
            if (speller.Text[^1] == ' ')
            {
                Assert.Null(reading.Box);
                Assert.False(before is "" || before[^1] == ' ');
                continue;
            }
            Assert.Equal(reading.Letter, speller.Text[^1]);
            Assert.Equal(reading.Letter, speller.Held);
            // Two letters can be full at once only where both are probable, which they are not for long.
            Assert.True(now - lastTyped >= Options.Hold.TotalSeconds * 0.3, $"{now - lastTyped} s");
            lastTyped = now;
        }
    });

    [Fact]
    public void Edits_change_the_text()
    {
        var speller = After("AAAABBBBB");
        speller.Space();
        Assert.Equal("AB ", speller.Text);
        speller.Space();
        Assert.Equal("AB ", speller.Text);
        speller.Delete();
        speller.Delete();
        Assert.Equal("A", speller.Text);
        speller.Clear();
        speller.Delete();
        speller.Space();
        Assert.Equal("", speller.Text);
        speller.Set("good d");
        Assert.Equal("good d", speller.Text);
        speller.Set("HI 😀");
        speller.Delete();
        Assert.Equal("HI ", speller.Text);
    }

    [Theory]
    [InlineData("HEL", "HELLO ")]
    [InlineData("HEL ", "HELLO ")]
    [InlineData("", "HELLO ")]
    [InlineData(" ", "HELLO ")]
    [InlineData("MY NAM", "MY HELLO ")]
    [InlineData("MY NAM ", "MY HELLO ")]
    public void A_word_accepted_takes_the_place_of_the_last_one(string text, string after)
    {
        var speller = new Speller();
        speller.Set(text);
        speller.Accept("HELLO");
        Assert.Equal(after, speller.Text);
    }

    [Fact]
    public void What_is_held_while_the_text_is_edited_is_not_typed_again()
    {
        var speller = After("AAAA");
        speller.Delete();
        for (int i = 4; i < 20; i++)
            Assert.False(speller.Add(TimeSpan.FromSeconds(0.1 * i), Readings.Of('A')));
        Assert.Equal("", speller.Text);
    }

    [Fact]
    public void A_word_to_accept_is_one()
    {
        Assert.Throws<ArgumentException>(() => new Speller().Accept(" "));
        Assert.Throws<ArgumentNullException>(() => new Speller().Set(null!));
    }
}
