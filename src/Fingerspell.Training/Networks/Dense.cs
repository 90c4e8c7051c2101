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
    /// <param name="lessons">
    /// Numbers that it makes besides while it learns, and never else: what they should be teaches the layers before it something
    /// that the units alone would not (Caruana 1997, "Multitask Learning").
    /// </param>
    public Dense(int inputs, int units, bool relu = false, int lessons = 0) : base(nameof(Dense))
    {
        HasRelu = relu;
        Units = units;
        linear = Linear(inputs, units + lessons);
        init.xavier_uniform_(linear.weight!);
        init.zeros_(linear.bias!);
        RegisterComponents();
    }

    /// <summary>Whether a ReLU follows within the layer.</summary>
    public bool HasRelu { get; }

    /// <summary>Numbers it makes.</summary>
    public int Units { get; }

    /// <summary>The weights, [units, inputs].</summary>
    public Tensor Weight => OfUnits(linear.weight!);

    /// <summary>The bias, [units].</summary>
    public Tensor Bias => OfUnits(linear.bias!);

    /// <inheritdoc/>
    public override long[] OutputShape(long[] input) => [Units];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var output = training ? linear.call(input) : functional.linear(input, Weight, Bias);
        return HasRelu ? output.relu_() : output;
    }

    Tensor OfUnits(Tensor all) => all.shape[0] == Units ? all : all.narrow(0, 0, Units);
}
