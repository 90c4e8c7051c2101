using Fingerspell.Training.Networks;

namespace Fingerspell.Training.Tests.Networks;

public sealed class SummaryTests
{
    [Fact]
    public void The_tutorials_summary_is_the_table_a_Keras_user_knows()
    {
        using var network = NetworkCatalog.Create("tutorial");
        const string expected = """
            Model: "tutorial"
            ____________________________________________________________________________
             Layer (type)                           Output Shape            Param #
            ============================================================================
             conv2d (Conv2D)                        (None, 28, 28, 75)      750
             batch_normalization (BatchNormalization) (None, 28, 28, 75)    300
             max_pooling2d (MaxPooling2D)           (None, 14, 14, 75)      0
             conv2d_1 (Conv2D)                      (None, 14, 14, 50)      33800
             dropout (Dropout)                      (None, 14, 14, 50)      0
            """;
        string text = string.Join('\n', Summary.Of(network).Split('\n').Select(line => line.TrimEnd()));
        Assert.Contains("Total params: 264,562\nTrainable params: 264,262\nNon-trainable params: 300\n", text, StringComparison.Ordinal);
        Assert.StartsWith(expected.ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
    }
}
