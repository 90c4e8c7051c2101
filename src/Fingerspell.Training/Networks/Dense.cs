using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Fingerspell.Training.Networks;

/// <summary>A fully connected layer, initialised as Keras does: Glorot uniform, zero bias.</summary>
/// <remarks>The last one leaves logits: their softmax is part of the loss, and of reading the model.</remarks>
public sealed class Dense : Layer
{
    readonly TorchSharp.Modules.Linear linear;

    /// <summary>A layer of <paramref name="inputs"/> numbers to <paramref name="units"/>.</summary>
    /// <param name="inputs">Numbers it is given.</param>
    /// <param name="units">Numbers it makes.</param>
    /// <param name="relu">Whether a ReLU follows within the layer.</param>
    public Dense(int inputs, int units, bool relu = false) : base(nameof(Dense))
    {
        HasRelu = relu;
        linear = Linear(inputs, units);
        init.xavier_uniform_(linear.weight!);
        init.zeros_(linear.bias!);
        RegisterComponents();
    }

    /// <summary>Whether a ReLU follows within the layer.</summary>
    public bool HasRelu { get; }

    /// <summary>The weights, [units, inputs].</summary>
    public Tensor Weight => linear.weight!;

    /// <summary>The bias, [units].</summary>
    public Tensor Bias => linear.bias!;

    /// <inheritdoc/>
    public override long[] OutputShape(long[] input) => [Weight.shape[0]];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var output = linear.call(input);
        return HasRelu ? output.relu_() : output;
    }
}
