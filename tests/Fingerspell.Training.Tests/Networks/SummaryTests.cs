using Fingerspell.Training.Networks;

namespace Fingerspell.Training.Tests.Networks;

[Collection(PyTorchTests.Name)]
public sealed class SummaryTests
{
    [Fact]
    public void The_tutorials_summary_is_the_table_a_Keras_user_knows()
    {
        using var network = NetworkCatalog.Create("tutorial");
        const string expected = """
            Model: "tutorial"
            ________________________________________________________________________________
             Layer (type)                               Output Shape            Param #
            ================================================================================
             conv2d (Conv2D)                            (None, 28, 28, 75)      750
             batch_normalization (BatchNormalization)   (None, 28, 28, 75)      300
             max_pooling2d (MaxPooling2D)               (None, 14, 14, 75)      0
             conv2d_1 (Conv2D)                          (None, 14, 14, 50)      33800
             dropout (Dropout)                          (None, 14, 14, 50)      0
             batch_normalization_1 (BatchNormalization) (None, 14, 14, 50)      200
             max_pooling2d_1 (MaxPooling2D)             (None, 7, 7, 50)        0
             conv2d_2 (Conv2D)                          (None, 7, 7, 25)        11275
             batch_normalization_2 (BatchNormalization) (None, 7, 7, 25)        100
             max_pooling2d_2 (MaxPooling2D)             (None, 4, 4, 25)        0
             flatten (Flatten)                          (None, 400)             0
             dense (Dense)                              (None, 512)             205312
             dropout_1 (Dropout)                        (None, 512)             0
             dense_1 (Dense)                            (None, 25)              12825
            ================================================================================
            Total params: 264,562
            Trainable params: 264,262
            Non-trainable params: 300
            ________________________________________________________________________________

            """;
        string text = string.Join('\n', Summary.Of(network).Split('\n').Select(line => line.TrimEnd()));
        Assert.Equal(expected.ReplaceLineEndings("\n"), text);
    }
}
