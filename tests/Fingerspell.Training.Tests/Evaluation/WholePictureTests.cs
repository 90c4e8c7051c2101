using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class WholePictureTests
{
    static readonly SignOdds Odds = new(0, 2, 3);

    [Fact]
    public void A_reading_is_taken_apart_into_what_the_finder_and_what_the_network_said()
    {
        var picture = WholePicture.Of(7, Reading(found: 0.8, 'M', 0.5, 'N', 0.4));
        Assert.Equal(0.8, picture.Found, 1e-5);
        Assert.Equal(Math.Log(0.5), picture.LogProbabilities[Alphabet.LabelOf('M')], 1e-5);
        Assert.Equal(SignOdds.UnevennessOf(picture.LogProbabilities), picture.Unevenness);
        double sure = Odds.Probability(picture.Unevenness, 0.8);
        Assert.Equal(new Guess(7, (byte)Alphabet.LabelOf('M'), (float)(0.5 * sure)), picture.At(1, Odds), (a, b) =>
            a.Label == b.Label && a.Best == b.Best && Math.Abs(a.Confidence - b.Confidence) < 1e-5);
    }

    [Fact]
    public void A_temperature_changes_the_letter_s_share_and_not_the_odds_of_a_sign()
    {
        var picture = WholePicture.Of(7, Reading(found: 0.8, 'M', 0.5, 'N', 0.4));
        double first = Math.Pow(0.5, 1 / 0.6), all = first + Math.Pow(0.4, 1 / 0.6) + 22 * Math.Pow(0.1 / 22, 1 / 0.6);
        Assert.Equal(first / all * Odds.Probability(picture.Unevenness, 0.8), picture.At(0.6, Odds).Confidence, 1e-5);
    }

    [Fact]
    public void Where_no_hand_was_found_nothing_is_thought()
    {
        Assert.Equal(new Guess(7, null, 0), WholePicture.Of(7, Fingerspell.Reading.NoHand).At(1, Odds));
    }

    [Fact]
    public void Where_no_hand_is_likely_to_sign_nothing_is_thought_however_sure_the_letter()
    {
        var picture = WholePicture.Of(7, Reading(found: 0.8, 'M', 0.5, 'N', 0.4));
        Assert.Equal(new Guess(7, null, 0), picture.At(1, Odds with { Bias = -20 }));
    }

    [Fact]
    public void The_odds_part_signs_from_places_without_a_hand_and_are_null_where_there_are_none_of_a_kind()
    {
        WholePicture sign = WholePicture.Of(7, Reading(0.9, 'M', 0.9, 'N', 0.09)), empty = WholePicture.Of(null, Reading(0.5, 'M', 0.06, 'N', 0.05));
        var nothing = WholePicture.Of(null, Fingerspell.Reading.NoHand);
        var odds = new WholePictures([sign, sign], [empty, nothing]).Odds;
        Assert.True(sign.At(1, odds!).Confidence > 0.8);
        Assert.True(odds!.Probability(empty.Unevenness, empty.Found) < 0.1);
        Assert.Null(new WholePictures([sign], [nothing]).Odds);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(250)]
    public void Of_places_without_a_hand_none_is_as_likely_a_sign_as_not_and_the_likeliest_is_nearly(int places)
    {
        // Both kinds overlap.
        var random = new Random(3);
        WholePicture Any(byte? label, double least) =>
            WholePicture.Of(label, Reading(0.5 + 0.5 * random.NextDouble(), 'M', least + 0.4 * random.NextDouble(), 'N', 0.05));
        WholePicture[] signs = [.. Enumerable.Range(0, places).Select(_ => Any(7, 0.3))], others = [.. Enumerable.Range(0, places).Select(_ => Any(null, 0.1))];
        var odds = new WholePictures(signs, others).Odds!;
        Assert.InRange(others.Max(place => odds.Probability(place.Unevenness, place.Found)), SignOdds.Even - 1e-5, SignOdds.Even - 1e-9);
        Assert.Contains(signs, place => odds.Probability(place.Unevenness, place.Found) >= SignOdds.Even);
    }

    /// <summary>Two letters as sure as that, the other 22 share the rest.</summary>
    static Reading Reading(double found, char first, double firstShare, char second, double secondShare)
    {
        double other = (1 - firstShare - secondShare) / (Alphabet.StaticLetters.Length - 2);
        LetterCandidate[] candidates = [.. Alphabet.StaticLetters
            .Select(letter => new LetterCandidate(letter, (float)(found * (letter == first ? firstShare : letter == second ? secondShare : other))))
            .OrderByDescending(candidate => candidate.Confidence)];
        return new(first, candidates[0].Confidence, new Box(0, 0, 10, 10), candidates, null);
    }
}
