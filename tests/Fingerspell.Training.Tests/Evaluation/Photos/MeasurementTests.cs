using Fingerspell.Imaging;
using Fingerspell.Training.Evaluation;
using Fingerspell.Training.Evaluation.Photos;

namespace Fingerspell.Training.Tests.Evaluation.Photos;

public sealed class MeasurementTests
{
    // A right, found where it is; A as S, found elsewhere; B too unsure; B without a hand found.
    static readonly PhotoReading[] Readings =
    [
        MadeReadings.Of('A', 'A', 0.9f), MadeReadings.Of('A', 'S', 0.6f, new Box(200, 200, 50, 50)),
        MadeReadings.Of('B', 'B', 0.4f, new Box(10, 10, 100, 60)), MadeReadings.NoHand('B'),
    ];

    static readonly PhotoReading[] WithoutHand =
        [MadeReadings.NoHand(null), MadeReadings.Of(null, 'C', 0.3f, name: "wall.jpg"), MadeReadings.Of(null, 'L', 0.75f, name: "face.jpg")];

    [Fact]
    public void No_hand_and_too_little_confidence_are_no_answer()
    {
        var letters = Measurement.Of(Readings, handsFound: true).Letters!;
        Assert.Equal((4, 2, 0.25, 0.5), (letters.Photos, letters.Answered, letters.Accuracy, letters.AccuracyWhenAnswered));
        Assert.Equal(new OutcomeCount(2, 0, 0), letters.PerLetter["B"]);
        Assert.Equal(new OutcomeCount(4, 2, 1), letters.PerSigner!["ann"]);
        Assert.Contains(new Misreading('B', null, 2, 1), letters.Confusions);
    }

    [Fact]
    public void Confidence_is_judged_where_a_hand_was_found_whether_named_or_not()
    {
        // Three hands: 90 % right, 60 % wrong, 40 % right.
        var measurement = Measurement.Of(Readings, handsFound: true);
        Assert.Equal((0.1 + 0.6 + 0.6) / 3, measurement.Calibration!.Error, 6);
        Assert.Equal(new RiskCoverage(0.3, 4, 3, 2), measurement.RiskCoverage[1]);
    }

    [Fact]
    public void Found_boxes_are_compared_with_the_true_ones_and_none_found_overlaps_by_nothing()
    {
        // Overlaps 1, 0, 0.6 and none.
        Assert.Equal(new BoxAgreement(4, 3, 2, 0.3), Measurement.Of(Readings, handsFound: true).Boxes);
        Assert.Null(Measurement.Of(Readings, handsFound: false).Boxes);
    }

    [Fact]
    public void Pictures_without_a_hand_should_be_passed_over_in_silence()
    {
        var measurement = Measurement.Of(WithoutHand, handsFound: true);
        Assert.Null(measurement.Letters);
        Assert.Null(measurement.Boxes);
        Assert.Equal([("face.jpg", 'L'), ("wall.jpg", null)], measurement.WithoutHand!.FalseHands.Select(hand => (hand.File, hand.Letter)));
        Assert.Equal((3, 1, 1.0 / 3, 2.0 / 3), (measurement.WithoutHand.Pictures, measurement.WithoutHand.Named,
            measurement.WithoutHand.NamedShare, measurement.WithoutHand.FoundShare));
        Assert.Equal([2, 2, 1, 1, 0], measurement.NamedWithoutHand.Select(at => at.Answered));
    }

    [Fact]
    public void Its_text_says_all_of_it()
    {
        string text = Measurement.Of([.. Readings, .. WithoutHand], handsFound: true).ToText();
        Assert.Contains("B read as no letter        2  100.00 %\n", text, StringComparison.Ordinal);
        Assert.Contains("Calibration error  43.33 % (ECE, 15 bins, where a hand was seen to sign)\n", text, StringComparison.Ordinal);
        Assert.Contains("Hands found        3 of 4; on 50.00 % the box overlaps the true one by 0.5 or more (IoU), median 0.300\n", text, StringComparison.Ordinal);
        Assert.Contains("| 0.5       |  50.00 % |             50.00 % |\n", text, StringComparison.Ordinal);
        Assert.Contains("Without a hand     a letter named on 33.33 % (1 of 3), a hand found in 66.67 % (2)\n", text, StringComparison.Ordinal);
        Assert.EndsWith("| wall.jpg |   none |    30.00 % | 10,10,100,100 |\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_json_keeps_the_documented_names_even_without_letters()
    {
        string[] documented = ["photos", "accuracy", "answered", "accuracyWhenAnswered", "perLetter", "confusions"];
        var json = Measurement.Of(Readings, handsFound: true).ToJson();
        Assert.Equal([.. documented, "perSigner", "calibrationError", "riskCoverage", "boxes"], json.Select(pair => pair.Key));
        Assert.Equal(0.5, json["boxes"]!["share"]!.GetValue<double>());

        json = Measurement.Of(WithoutHand, handsFound: true).ToJson();
        Assert.Equal([.. documented, "calibrationError", "riskCoverage", "withoutHand"], json.Select(pair => pair.Key));
        Assert.Equal(0, json["photos"]!.GetValue<int>());
        Assert.Null(json["accuracy"]);
        Assert.Equal(1, json["withoutHand"]!["named"]!.GetValue<int>());
        Assert.Equal("L", json["withoutHand"]!["falseHands"]![0]!["letter"]!.GetValue<string>());
    }

    [Fact]
    public void No_readings_are_refused() => Assert.Contains("not one picture",
        Assert.Throws<FingerspellException>(() => Measurement.Of([], handsFound: true)).Message, StringComparison.Ordinal);
}
