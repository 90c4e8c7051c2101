using Fingerspell.Letters;

namespace Fingerspell.Training.Networks;

/// <summary>The networks by name.</summary>
public static class NetworkCatalog
{
    /// <summary>The names that <see cref="Create"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["tutorial", "residual", "letters", "hand-finder"];

    /// <summary>Those that learn from the rows of Sign Language MNIST alone.</summary>
    public static IReadOnlyList<string> OfRows { get; } = ["tutorial", "residual"];

    /// <summary>Width and height of the pictures that a network takes, in pixels. It is made for that, and draws random numbers as <see cref="Create"/> does.</summary>
    /// <inheritdoc cref="Create"/>
    internal static int SideOf(string name)
    {
        using var network = Create(name);
        return network.Side;
    }

    /// <summary>A new network with the random weights that PyTorch's generator gives next.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="FingerspellException">There is no network of that name.</exception>
    public static Network Create(string name) => name switch
    {
        "tutorial" => Tutorial(),
        "residual" => Residual(),
        "letters" => Letters(),
        "hand-finder" => HandFinder(),
        _ => throw new FingerspellException($"there is no network '{name}'; there are {string.Join(", ", Names)}"),
    };

    /// <summary>The tutorial's Keras <c>Sequential</c>, layer for layer: 264,562 parameters.</summary>
    static Network Tutorial() => new("tutorial", channels: 1, side: 28, Normalisation.Unit,
        new Conv2D(1, 75, relu: true),      // [75, 28, 28]
        new BatchNormalization(75),
        new MaxPool2D(),                    // [75, 14, 14]
        new Conv2D(75, 50, relu: true),     // [50, 14, 14]
        new Dropout(0.2),
        new BatchNormalization(50),
        new MaxPool2D(),                    // [50, 7, 7]
        new Conv2D(50, 25, relu: true),     // [25, 7, 7]
        new BatchNormalization(25),
        new MaxPool2D(),                    // [25, 4, 4]
        new Flatten(),                      // [400]
        new Dense(400, 512, relu: true),
        new Dropout(0.3),
        new Dense(512, Alphabet.LabelCount));

    /// <summary>A small residual network that sees the hand's shape and not the light: crops are standardised first.</summary>
    static Network Residual() => new("residual", channels: 1, side: 28, Normalisation.Standardised,
        new ConvBatchNormalization(1, 32),          // [32, 28, 28]
        new ResidualBlock(32, 64, stride: 2),       // [64, 14, 14]
        new ResidualBlock(64, 128, stride: 2),      // [128, 7, 7]
        new ResidualBlock(128, 128, stride: 1),     // [128, 7, 7]
        new GlobalAveragePooling2D(),               // [128]
        new Dropout(0.2),
        new Dense(128, Alphabet.LabelCount));

    /// <summary>
    /// The network that is shipped: like <see cref="Residual"/>, for larger crops. The first block halves the picture already, since detail
    /// of the crop is worth more than detail of the maps. Its channels, multiples of 32, fill what AVX-512 takes at once, see <see cref="OneDnn"/>.
    /// </summary>
    static Network Letters(int stem = 32, int first = 64, int second = 128, int third = 224) =>
        new("letters", channels: 1, side: 96, Normalisation.Standardised,
            new ConvBatchNormalization(1, stem, stride: 2),         // [32, 48, 48]
            new ResidualBlock(stem, first, stride: 2),              // [64, 24, 24]
            new ResidualBlock(first, second, stride: 2),            // [128, 12, 12]
            new ResidualBlock(second, second, stride: 1),           // [128, 12, 12]
            new ResidualBlock(second, second, stride: 1),           // [128, 12, 12]
            new HandShapeAside(second,                              // and, while it learns, [1, 12, 12]
                new ResidualBlock(second, third, stride: 2),        // [224, 6, 6]
                new ResidualBlock(third, third, stride: 1),         // [224, 6, 6]
                new ResidualBlock(third, third, stride: 1),         // [224, 6, 6]
                new GlobalAveragePooling2D(),                       // [224]
                new Dropout(0.2),
                new Dense(third, Alphabet.LabelCount)));

    /// <summary>Says of each of 20×20 cells whether the hand's centre lies in it, and where the hand's box then is.</summary>
    static Network HandFinder() => new("hand-finder", channels: 3, side: 160, Normalisation.Unit,
        new ConvBatchNormalization(3, 16, stride: 2),       // [16, 80, 80]
        new ConvBatchNormalization(16, 32, stride: 2),      // [32, 40, 40]
        new ResidualBlock(32, 64, stride: 2),               // [64, 20, 20]
        new CoarseContext(64, 128,                          // [64, 20, 20], by way of [128, 10, 10]
            new CoarseContext(128, 128)),                   // and of [128, 5, 5]: a near hand fills the window
        new ResidualBlock(64, 64, stride: 1),               // [64, 20, 20]
        new Conv2D(64, 5, kernel: 1));                      // [5, 20, 20]
}
