using Fingerspell.Tests.Shared;

namespace Fingerspell.Training.Tests.Evaluation;

/// <summary>True and predicted labels behind the recorded scikit-learn outputs, rebuilt from their confusion matrix.</summary>
static class RecordedPredictions
{
    static readonly byte[] Labels = [.. Alphabet.StaticLetters.Select(letter => (byte)Alphabet.LabelOf(letter))];

    public static (byte[] Truth, byte[] Predicted) Load()
    {
        int[][] counts = [.. Golden.Read("confusion_matrix.csv").TrimEnd().Split('\n')
            .Select(line => line.Split(',').Select(int.Parse).ToArray())];
        var pairs = new List<(byte Truth, byte Predicted)>();
        for (int t = 0; t < counts.Length; t++)
        {
            for (int p = 0; p < counts.Length; p++)
                pairs.AddRange(Enumerable.Repeat((Labels[t], Labels[p]), counts[t][p]));
        }
        return ([.. pairs.Select(pair => pair.Truth)], [.. pairs.Select(pair => pair.Predicted)]);
    }
}
