using Fingerspell.Spelling;

namespace Fingerspell.Tests.Spelling.Drawn;

public sealed class DrawnLettersTests
{
    /// <summary>A judge that was trained reads not quite all: at least so many of <see cref="Tries"/>.</summary>
    const int Tries = 200, Least = 190;

    [Fact]
    public void A_Z_is_read_at_nearly_any_tempo_of_any_size_and_slant_from_either_hand()
    {
        var random = new Random(1);
        Assert.InRange(Enumerable.Range(0, Tries).Count(_ =>
        {
            double width = Between(0.45, 1.3);
            return new Strokes(random.Next(12, 31), random.Next(2) == 0).Hold('D', 0.3)
                .Z(Between(0.5, 2.3), width, Between(0.75, 1.3) * width, Between(-0.15, 0.15)).Hold('D', 0.4, 0.5).Text == "Z";
        }), Least, Tries);

        double Between(double low, double high) => low + random.NextDouble() * (high - low);
    }

    [Fact]
    public void A_J_is_read_at_nearly_any_tempo_from_either_hand()
    {
        var random = new Random(1);
        Assert.InRange(Enumerable.Range(0, Tries).Count(_ =>
            new Strokes(random.Next(12, 31), random.Next(2) == 0).HoldI(Between(0.3, 1.5)).J(Between(0.6, 2)).RestOfJ(0.4).Text == "J"), Least, Tries);

        double Between(double low, double high) => low + random.NextDouble() * (high - low);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(2)]
    public void The_hand_that_is_held_before_a_drawing_is_not_typed(double seconds)
    {
        Assert.Equal("Z", new Strokes().Hold('D', seconds).Z().Hold('D', 0.4, 0.5).Text);
        Assert.Equal("J", new Strokes().HoldI(seconds).J().RestOfJ(0.4).Text);
    }

    [Theory]
    [InlineData('I')]
    [InlineData('D')]
    public void The_same_hand_held_and_not_drawing_is_typed(char letter) =>
        Assert.Equal(letter.ToString(), new Strokes().Hold(letter, 3).Text);

    [Fact]
    public void The_hand_at_the_end_of_a_drawing_is_not_typed_and_the_next_letter_is()
    {
        Assert.Equal("Z", new Strokes().Hold('D', 0.3).Z().Hold('K', 2).Text);
        Assert.Equal("ZA", new Strokes().Hold('D', 0.3).Z().Hold('K', 0.5).Hold('A').Text);
        Assert.Equal("J", new Strokes().HoldI(0.5).J().RestOfJ(2).Text);
        Assert.Equal("JA", new Strokes().HoldI(0.5).J().RestOfJ(0.3).Hold('A').Text);
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public void Time_may_be_counted_from_any_beginning(double seconds)
    {
        var speller = new Speller();
        foreach (var (time, reading) in new Strokes().Hold('D', 0.3).Z().Hold('K', 2).Readings)
            speller.Add(time + TimeSpan.FromSeconds(seconds), reading);
        Assert.Equal("Z", speller.Text);
    }

    [Fact]
    public void Letters_before_a_drawing_stay() =>
        Assert.Equal("AZ", new Strokes().Hold('A').Hold('D', 0.7).Z().Hold('D', 0.4, 0.5).Text);

    [Fact]
    public void A_letter_may_be_drawn_twice() =>
        Assert.Equal("ZZ", new Strokes().Hold('D', 0.3).Z().Hold('D', 0.3, 0.5).To(0, 0, 0.5).Hold('D', 0.3).Z().Hold('D', 0.4, 0.5).Text);

    [Fact]
    public void What_is_typed_while_a_hand_draws_slowly_is_taken_back() =>
        Assert.Equal("Z", new Strokes().Hold('D', 0.3).To(-0.8, 0, 0.5).Hold('U', 0.75).To(0, 0.8, 0.6).To(-0.8, 0.8, 0.5).Hold('D', 0.4, 0.5).Text);

    [Fact]
    public void What_a_person_has_edited_meanwhile_is_not_taken_back()
    {
        var speller = new Speller();
        var strokes = new Strokes().Hold('D').Z().Hold('D', 0.4, 0.5);
        foreach (var (time, reading) in strokes.Readings)
        {
            speller.Add(time, reading);
            if (speller.Text == "D")
                speller.Set("AND");
        }
        Assert.Equal("ANDZ", speller.Text);
    }

    [Fact]
    public void A_reading_that_fails_now_and_then_breaks_no_drawing()
    {
        var strokes = new Strokes().Hold('D', 0.3).Z().Hold('D', 0.4, 0.5);
        var speller = new Speller();
        foreach (var ((time, reading), i) in strokes.Readings.Select((reading, i) => (reading, i)))
            speller.Add(time, i % 5 == 3 ? Reading.NoHand : reading);
        Assert.Equal("Z", speller.Text);
    }

    [Fact]
    public void A_reading_in_which_no_letter_is_probable_at_all_breaks_no_drawing()
    {
        var strokes = new Strokes().Hold('D', 0.3).Z().Hold('D', 0.4, 0.5);
        var speller = new Speller();
        foreach (var ((time, reading), i) in strokes.Readings.Select((reading, i) => (reading, i)))
        {
            speller.Add(time, i == 12
                ? reading with { Letter = null, Confidence = 0, Candidates = [.. reading.Candidates.Select(candidate => candidate with { Confidence = 0 })] }
                : reading);
        }
        Assert.Equal("Z", speller.Text);
    }

    [Fact]
    public void A_drawn_letter_is_held_until_its_hand_goes()
    {
        var strokes = new Strokes().Hold('D', 0.3).Z().Hold('K', 1).Away(0.5);
        var speller = new Speller();
        var held = strokes.Readings.Select(reading =>
        {
            speller.Add(reading.Time, reading.Reading);
            return speller.Held;
        }).ToList();
        Assert.Contains('Z', held);
        Assert.DoesNotContain('K', held);
        Assert.Null(speller.Held);
        Assert.Null(speller.Holding);
    }

    [Fact]
    public void A_hand_that_comes_drifts_waves_nods_or_leaves_draws_nothing()
    {
        foreach (char letter in "DI")
        {
            Assert.Equal("", Drawn(new Strokes().To(0, 3, 0.1, letter).To(0, 0, 0.5, letter).Hold(letter).To(3, 0, 0.5, letter).Away(1)));
            Assert.Equal("", Drawn(new Strokes().Hold(letter).To(1, 0.3, 3, letter).Hold(letter).To(-1, 0, 3, letter).Hold(letter)));
            Assert.Equal("", Drawn(Waving(letter, 0.5, 0)));
            Assert.Equal("", Drawn(Waving(letter, 0.1, 0)));
            Assert.Equal("", Drawn(Waving(letter, 0, 0.5)));
        }
    }

    [Fact]
    public void A_hand_that_jumps_draws_nothing()
    {
        var strokes = new Strokes();
        foreach (var (right, down) in new[] { (0, 0), (-0.8, 0), (0, 0.8), (-0.8, 0.8), (0.0, 0.0), (-0.8, 0.1) })
            strokes.To(right, down, 0.01).Hold('D', 0.6, 0.6);
        Assert.Equal("", Drawn(strokes));
    }

    static string Drawn(Strokes strokes) => string.Concat(strokes.Text.Where(letter => letter is 'J' or 'Z'));

    static Strokes Waving(char letter, double right, double down)
    {
        var strokes = new Strokes().Hold(letter);
        for (int i = 0; i < 4; i++)
            strokes.To(right, down, 0.4, letter).To(-right, -down, 0.4, letter);
        return strokes.Hold(letter);
    }
}
