using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static System.Numerics.Tensors.TensorPrimitives;

namespace Fingerspell.Training.Learning;

/// <summary>
/// Adam (Kingma and Ba 2015, <see href="https://arxiv.org/abs/1412.6980"/>) as Keras sets it, with decoupled weight decay
/// (Loshchilov and Hutter 2019, <see href="https://arxiv.org/abs/1711.05101"/>), as PyTorch's AdamW computes it.
/// </summary>
/// <remarks>
/// TorchSharp's own optimisers make numbers that the garbage collector may free while they are read; see
/// <see cref="Arithmetic"/>.
/// </remarks>
/// <param name="parameters">What it changes: float32 in the processor's memory.</param>
/// <param name="weightDecay">The share of each parameter that a step takes away, times the learning rate; 0 is plain Adam.</param>
sealed class Adam(IEnumerable<Parameter> parameters, double weightDecay)
{
    const double Beta1 = 0.9, Beta2 = 0.999;
    const float Epsilon = 1e-7f;
    const int Block = 1024;     // what the first cache holds of all five spans

    readonly State[] states = [.. parameters.Select(parameter => new State(parameter))];
    int steps;

    /// <summary>Changes the parameters by the gradients that stand with them; those without one stay.</summary>
    public void Step(double learningRate)
    {
        steps++;
        foreach (var (parameter, mean, square) in states)
        {
            using var gradient = parameter.grad;
            if (gradient is not null)
                Update(Floats(parameter.bytes), Floats(gradient.bytes), mean, square, learningRate);
        }
    }

    void Update(Span<float> weights, ReadOnlySpan<float> gradient, Span<float> mean, Span<float> square, double learningRate)
    {
        float beta1 = (float)Beta1, beta2 = (float)Beta2, rest1 = (float)(1 - Beta1), rest2 = (float)(1 - Beta2);
        float kept = (float)(1 - learningRate * weightDecay);
        float stepSize = (float)(learningRate / (1 - Math.Pow(Beta1, steps)));
        float correction = (float)Math.Sqrt(1 - Math.Pow(Beta2, steps));
        Span<float> scratch = stackalloc float[Block];
        for (int start = 0; start < weights.Length; start += Block)
        {
            var block = start..Math.Min(start + Block, weights.Length);
            Span<float> w = weights[block], m = mean[block], v = square[block], t = scratch[..w.Length];
            var g = gradient[block];
            Multiply(m, beta1, m);
            MultiplyAdd(g, rest1, m, m);            // m = β₁·m + (1 − β₁)·g
            Multiply(v, beta2, v);
            Multiply(g, g, t);
            MultiplyAdd(t, rest2, v, v);            // v = β₂·v + (1 − β₂)·g²
            Sqrt<float>(v, t);
            Divide(t, correction, t);
            Add(t, Epsilon, t);
            Divide<float>(m, t, t);
            Multiply(w, kept, w);
            MultiplyAdd(t, -stepSize, w, w);        // w = (1 − rate·decay)·w − step·m / (√v / correction + ε)
        }
    }

    /// <summary>The count of steps and the moments as bytes.</summary>
    public byte[] Save()
    {
        using var memory = new MemoryStream();
        memory.Write(BitConverter.GetBytes(steps));
        foreach (var (_, mean, square) in states)
        {
            memory.Write(MemoryMarshal.AsBytes(mean.AsSpan()));
            memory.Write(MemoryMarshal.AsBytes(square.AsSpan()));
        }
        return memory.ToArray();
    }

    /// <summary>Goes on from what <see cref="Save"/> gave for parameters of the same shapes.</summary>
    public void Restore(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        steps = reader.ReadInt32();
        foreach (var (_, mean, square) in states)
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(mean.AsSpan()));
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(square.AsSpan()));
        }
    }

    static Span<float> Floats(Span<byte> bytes) => MemoryMarshal.Cast<byte, float>(bytes);

    /// <summary>A parameter with the running means of its gradient and of the gradient's square.</summary>
    sealed record State(Parameter Parameter, float[] Mean, float[] Square)
    {
        public State(Parameter parameter) : this(parameter, new float[parameter.numel()], new float[parameter.numel()])
        {
        }
    }
}
