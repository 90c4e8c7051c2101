using CsCheck;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class ConfusionMatrixTests
{
    static readonly (byte[] Truth, byte[] Predicted) Recorded = RecordedPredictions.Load();
    static readonly ConfusionMatrix Matrix = ConfusionMatrix.Of(Recorded.Truth, Recorded.Predicted);
    static readonly IReadOnlyList<string> ClassNames = [.. Matrix.Labels.Select(label => $"Class {label}")];

    [Fact]
    public void Its_csv_is_what_numpy_saves() => Assert.Equal(Golden.Read("confusion_matrix.csv"), Matrix.ToCsv());

    [Fact]
    public void Its_frame_shows_every_column()
    {
        string[] lines = Matrix.ToFrame(LabelNames.Letters(Matrix.Labels)).Split('\n');
        Assert.Equal(25, lines.Length);
        Assert.Equal(Alphabet.StaticLetters, string.Concat(lines[0].Where(char.IsLetter)));
        Assert.StartsWith("A  331    0    0", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Its_frame_is_what_pandas_prints_of_a_small_one() =>
        Assert.Equal("   A  B\nA  1  0\nB  1  1", ConfusionMatrix.Of([0, 1, 1], [0, 1, 0]).ToFrame(["A", "B"]));

    [Fact]
    public void Rows_sum_to_support_columns_to_predictions_and_the_diagonal_to_the_right_ones() =>
        Gen.Select(Gen.Byte[0, 24], Gen.Byte[0, 24]).Array[1, 300].Sample(pairs =>
        {
            byte[] truth = [.. pairs.Select(p => p.Item1)], predicted = [.. pairs.Select(p => p.Item2)];
            var matrix = ConfusionMatrix.Of(truth, predicted);
            var places = Enumerable.Range(0, matrix.Size).ToList();
            Assert.Equal(pairs.Count(p => p.Item1 == p.Item2), places.Sum(i => matrix[i, i]));
            var normalised = matrix.Normalised();
            foreach (int i in places)
            {
                int support = truth.Count(t => t == matrix.Labels[i]);
                Assert.Equal(support, places.Sum(j => matrix[i, j]));
                Assert.Equal(predicted.Count(p => p == matrix.Labels[i]), places.Sum(j => matrix[j, i]));
                Assert.Equal(support == 0 ? 0 : 1, places.Sum(j => normalised[i, j]), 12);
            }
        });

    [Fact]
    public void Rows_with_other_labels_than_chosen_are_left_out()
    {
        var matrix = ConfusionMatrix.Of([0, 1, 2], [0, 2, 2], [0, 1]);
        Assert.Equal("1,0\n0,0\n", matrix.ToCsv());
    }

    [Fact]
    public void What_makes_no_matrix_is_refused()
    {
        Assert.Contains("cannot be compared", Refused(() => ConfusionMatrix.Of([0, 1], [0])));
        Assert.Contains("there are no rows", Refused(() => ConfusionMatrix.Of([], [])));
        Assert.Contains("choose one label or more", Refused(() => ConfusionMatrix.Of([0], [0], [])));
        Assert.Contains("24 labels need 24 names, not 2", Refused(() => Matrix.ToFrame(["A", "B"])));
    }

    static string Refused(Func<object> what) => Assert.Throws<FingerspellException>(what).Message;
}
