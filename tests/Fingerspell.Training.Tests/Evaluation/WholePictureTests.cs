using Fingerspell.Letters;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class WholePictureTests
{
    static readonly SignOdds Odds = new(0, 2, 3);

    [Fact]
    public void A_letter_is_as_sure_as_signing_hand_and_handshape_together_and_J_has_no_share()
    {
        var place = Place(found: 0.8, 'M', 0.5, 'N', 0.4);
        place.Logits[Alphabet.LabelOf('J')] = 50;
        var guess = Picture(place).At(1, Odds);
        Assert.Equal((7, Alphabet.LabelOf('M')), ((int)guess.Label!, (int)guess.Best!));
        Assert.Equal(0.5 * Odds.Probability(SignOdds.UnevennessOf(place.Logits), 0.8), guess.Confidence, 1e-5);
    }

    [Fact]
    public void A_temperature_changes_the_letter_s_share_and_not_the_odds_of_a_sign()
    {
        var place = Place(found: 0.8, 'M', 0.5, 'N', 0.4);
        double first = Math.Pow(0.5, 1 / 0.6), all = first + Math.Pow(0.4, 1 / 0.6) + 22 * Math.Pow(0.1 / 22, 1 / 0.6);
        Assert.Equal(first / all * Odds.Probability(place.Unevenness, 0.8), Picture(place).At(0.6, Odds).Confidence, 1e-5);
    }

    [Fact]
    public void Where_no_hand_was_found_nothing_is_thought() => Assert.Equal(new Guess(7, null, 0), Picture().At(1, Odds));

    [Fact]
    public void Where_no_hand_is_likely_to_sign_nothing_is_thought_however_sure_the_letter() =>
        Assert.Equal(new Guess(7, null, 0), Picture(Place(found: 0.8, 'M', 0.5, 'N', 0.4)).At(1, Odds with { Bias = -20 }));

    [Fact]
    public void Of_several_places_the_one_counts_whose_letter_is_surest_at_the_temperature_and_the_odds()
    {
        WholePlace faint = Place(found: 0.9, 'A', 0.3, 'B', 0.03), two = Place(found: 0.7, 'M', 0.45, 'N', 0.44);
        SignOdds strict = new(-1.4, 2, 3);
        Assert.Equal(Alphabet.LabelOf('M'), (int)Picture(faint, two).At(1, strict).Best!);
        Assert.Equal(Picture(two).At(1, strict), Picture(faint, two).At(1, strict));
        Assert.Equal(Picture(two).At(1, strict), Picture(two, faint).At(1, strict));
    }

    [Fact]
    public void Where_the_surest_letter_is_no_sign_there_is_none_though_a_less_sure_one_may_be()
    {
        WholePlace sure = Place(found: 0.5, 'A', 0.99, 'B', 0.001), other = Place(found: 0.99, 'M', 0.49, 'N', 0.49);
        double signs = Odds.Probability(sure.Unevenness, sure.Found);
        SignOdds doubt = new(-0.05 - Math.Log(signs / (1 - signs)), 2, 3);
        Assert.Equal(Alphabet.LabelOf('M'), (int)Picture(other).At(1, doubt).Best!);
        Assert.Null(Picture(sure, other).At(1, doubt).Best);
        Assert.Equal(Alphabet.LabelOf('A'), (int)Picture(sure, other).At(1, doubt with { Bias = doubt.Bias + 0.1 }).Best!);
    }

    [Fact]
    public void The_odds_part_signs_from_places_without_a_hand_and_are_null_where_there_are_none_of_a_kind()
    {
        WholePlace sign = Place(0.9, 'M', 0.9, 'N', 0.09), empty = Place(0.5, 'M', 0.06, 'N', 0.05, overlap: 0);
        var odds = new WholePictures([Picture(sign), Picture(sign)], [Picture(empty), Picture()]).Odds;
        Assert.True(Picture(sign).At(1, odds!).Confidence > 0.8);
        Assert.True(odds!.Probability(empty.Unevenness, empty.Found) < 0.1);
        Assert.Null(new WholePictures([Picture(sign)], [Picture()]).Odds);
    }

    [Fact]
    public void A_face_in_a_photograph_of_a_hand_is_no_sign_to_fit_the_odds_to()
    {
        WholePlace sign = Place(0.9, 'M', 0.9, 'N', 0.09), face = Place(0.9, 'O', 0.1, 'S', 0.09, overlap: 0.1), empty = Place(0.5, 'M', 0.06, 'N', 0.05, overlap: 0);
        Assert.Equal(
            new WholePictures([Picture(sign)], [Picture(empty)]).Odds,
            new WholePictures([Picture(sign, face)], [Picture(empty)]).Odds);
        Assert.Null(new WholePictures([Picture(face)], [Picture(empty)]).Odds);
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(1200, 1)]
    [InlineData(2500, 2)]
    public void In_a_thousandth_of_the_pictures_without_a_hand_one_may_be_as_likely_a_sign_as_not_and_in_no_more(int pictures, int tolerated)
    {
        // Both kinds overlap.
        var random = new Random(3);
        WholePlace Any(double least) => Place(0.5 + 0.5 * random.NextDouble(), 'M', least + 0.4 * random.NextDouble(), 'N', 0.05);
        WholePicture[] signs = [.. Enumerable.Range(0, 200).Select(_ => Picture(Any(0.3)))];
        // Two places to a picture: the likelier one counts.
        WholePicture[] others = [.. Enumerable.Range(0, pictures).Select(_ => Picture(Any(0.1), Any(0.1)))];
        var odds = new WholePictures(signs, others).Odds!;
        double[] likeliest = [.. others.Select(picture => picture.Places.Max(place => odds.Probability(place.Unevenness, place.Found))).OrderDescending()];
        Assert.Equal(tolerated, likeliest.Count(sign => sign >= SignOdds.Even));
        Assert.InRange(likeliest[tolerated], SignOdds.Even - 1e-5, SignOdds.Even - 1e-9);
    }

    static WholePicture Picture(params WholePlace[] places) => new(7, places);

    /// <summary>Two letters as sure as that, the other 22 share the rest.</summary>
    static WholePlace Place(double found, char first, double firstShare, char second, double secondShare, double overlap = 0.8)
    {
        double other = (1 - firstShare - secondShare) / (Alphabet.StaticLetters.Length - 2);
        float[] logits = new float[Alphabet.LabelCount];
        foreach (char letter in Alphabet.StaticLetters)
            logits[Alphabet.LabelOf(letter)] = (float)Math.Log(letter == first ? firstShare : letter == second ? secondShare : other);
        return new(found, logits, overlap);
    }
}
