using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class PredictionsTests
{
    [Fact]
    public void The_most_probable_label_is_predicted_with_its_probability_as_confidence()
    {
        var probabilities = new float[2 * Predictions.Width];
        probabilities[3] = 0.7f;
        probabilities[4] = 0.3f;
        probabilities[Predictions.Width + 24] = 0.5f;
        probabilities[Predictions.Width + 1] = 0.5f;
        var predictions = new Predictions([3, 24], probabilities);

        Assert.Equal([3, 1], predictions.Predicted);
        Assert.Equal(0.7f, predictions.Confidence(0));
        Assert.Equal(1, predictions.Correct);
        Assert.Equal(0.5, predictions.Accuracy);
        Assert.Equal(0.5f, predictions.Of(1)[24]);
    }

    [Fact]
    public void What_does_not_belong_together_is_refused()
    {
        Assert.Contains("there are no rows", Refused([], []));
        Assert.Contains("2 labels need 50 probabilities (25 a row), not 25", Refused([0, 1], new float[25]));
        Assert.Contains("1 labels have as many sources, not 0", Refused([0], new float[25], []));
        Assert.Contains("row 2 has label 25", Refused([0, 25], new float[50]));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(-0.1f)]
    [InlineData(7.5f)]
    public void What_is_no_probability_is_refused_by_row_and_label(float value)
    {
        var probabilities = new float[50];
        probabilities[25 + 7] = value;
        Assert.Contains("as probability of label 7", Refused([0, 1], probabilities));
        Assert.StartsWith("row 2 has", Refused([0, 1], probabilities));
    }

    static string Refused(byte[] labels, float[] probabilities, IReadOnlyList<RowSource>? sources = null) =>
        Assert.Throws<FingerspellException>(() => new Predictions(labels, probabilities, sources)).Message;
}
