using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Fingerspell.Training.Networks;

/// <summary>A convolution with "same" padding at stride 1, initialised as Keras does: Glorot uniform, zero bias.</summary>
public sealed class Conv2D : Layer
{
    const int Block = 16;

    readonly TorchSharp.Modules.Conv2d convolution;

    /// <summary>A convolution of <paramref name="inputs"/> channels to <paramref name="filters"/>.</summary>
    /// <param name="inputs">Channels it is given.</param>
    /// <param name="filters">Channels it makes.</param>
    /// <param name="kernel">Side of the kernel, odd.</param>
    /// <param name="stride">Step between output pixels.</param>
    /// <param name="relu">Whether a ReLU follows within the layer, as <c>activation="relu"</c> in Keras.</param>
    /// <param name="bias">Whether a bias is added; needless before a batch normalisation.</param>
    public Conv2D(int inputs, int filters, int kernel = 3, int stride = 1, bool relu = false, bool bias = true)
        : base(nameof(Conv2D))
    {
        Stride = stride;
        Padding = kernel / 2;
        HasRelu = relu;
        convolution = Conv2d(inputs, filters, kernel, stride, padding: Padding, bias: bias);
        init.xavier_uniform_(convolution.weight!);
        if (bias)
            init.zeros_(convolution.bias!);
        RegisterComponents();
    }

    /// <summary>Step between output pixels.</summary>
    public int Stride { get; }

    /// <summary>Zeros added on each side.</summary>
    public int Padding { get; }

    /// <summary>Whether a ReLU follows within the layer.</summary>
    public bool HasRelu { get; }

    /// <summary>The kernels, [filters, inputs, kernel, kernel].</summary>
    public Tensor Weight => convolution.weight!;

    /// <summary>The bias, [filters], or null.</summary>
    public Tensor? Bias => convolution.bias;

    /// <summary>
    /// Whether, while it learns, pictures and kernels are rounded to bfloat16 before they are multiplied, and so is what comes out. Sums and the
    /// kernels that are kept have 32 bits (Micikevicius et al. 2018, "Mixed Precision Training"; Kalamkar et al. 2019, "A Study of BFLOAT16 for Deep Learning Training").
    /// </summary>
    public bool LearnsInBFloat16 { get; set; }

    /// <summary>Whether it then multiplies bfloat16: where its channels do not fill what AVX-512 takes at once, that goes wrong on some machines, see <see cref="OneDnn"/>, and it multiplies 32 bits.</summary>
    internal bool MultipliesBFloat16 => LearnsInBFloat16 && Weight.shape[1] % Block == 0;

    /// <inheritdoc/>
    public override long[] OutputShape(long[] input) =>
        [Weight.shape[0], (input[1] + Stride - 1) / Stride, (input[2] + Stride - 1) / Stride];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var multiplied = training && MultipliesBFloat16 ? ScalarType.BFloat16 : ScalarType.Float32;
        var output = functional.conv2d(input.to(multiplied), Weight.to(multiplied), Bias, strides: [Stride, Stride], padding: [Padding, Padding])
            .to(training && LearnsInBFloat16 ? ScalarType.BFloat16 : ScalarType.Float32);
        return HasRelu ? output.relu_() : output;
    }
}
