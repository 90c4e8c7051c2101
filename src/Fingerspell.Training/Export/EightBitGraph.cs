using System.Numerics.Tensors;
using Fingerspell.Training.Networks;

namespace Fingerspell.Training.Export;

/// <summary>
/// Rounds the values and weights of a graph to eight bits by pairs of QuantizeLinear and DequantizeLinear nodes, of which ONNX Runtime
/// makes convolutions and sums of whole numbers (Jacob et al. 2018, "Quantization and Training of Neural Networks for Efficient
/// Integer-Arithmetic-Only Inference"). Values are bytes, with one step and one zero for all; weights have a sign and a step for each filter.
/// </summary>
/// <param name="model">The graph.</param>
/// <param name="ranges">Between which numbers the values lie.</param>
sealed class EightBitGraph(OnnxModel model, ActivationRanges ranges)
{
    // Processors without VNNI add two products in 16 bits with a sign: 2 · 255 · 64 fits, larger weights would be cut there.
    const int LargestWeight = 64;

    const int LargestBias = 1 << 30, LargestValue = byte.MaxValue;

    // Where all is 0; the product of two is not yet.
    const float LeastStep = 1e-12f;

    readonly Dictionary<string, Steps> rounded = [];
    int count;

    /// <summary>Whether a value has eight bits, so that a convolution of it can be computed with them.</summary>
    public bool IsRounded(string value) => rounded.ContainsKey(value);

    /// <summary>What a layer gives, rounded. Where a ReLU comes last no byte stands for less than 0, which is the ReLU.</summary>
    public string Round(string value, Layer layer, bool relu)
    {
        var (low, high) = ranges[layer];
        if (relu)
            low = 0;
        float step = Math.Max((high - low) / LargestValue, LeastStep);
        return Round(value, new Steps(step, (byte)Math.Clamp(MathF.Round(-low / step), 0, LargestValue)));
    }

    /// <summary>A value whose numbers are those of another one, only elsewhere, rounded in the same way.</summary>
    public string RoundLike(string other, string value) => Round(value, rounded[other]);

    /// <summary>The weights and the bias of a convolution of a rounded value: what its node reads beside that value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="weight">[filters, …] numbers.</param>
    /// <param name="shape">The shape of the weights.</param>
    /// <param name="bias">A number a filter.</param>
    public string[] Convolution(string value, float[] weight, long[] shape, float[] bias)
    {
        int filters = bias.Length, each = weight.Length / filters;
        var bytes = new sbyte[weight.Length];
        var whole = new int[filters];
        float[] steps = new float[filters], biasSteps = new float[filters];
        for (int filter = 0; filter < filters; filter++)
        {
            // A filter that is near 0 everywhere must leave its bias within 32 bits.
            float least = Math.Max(Math.Abs(bias[filter]) / (rounded[value].Step * LargestBias), LeastStep);
            steps[filter] = RoundFilter(weight.AsSpan(filter * each, each), least, bytes.AsSpan(filter * each, each));
            biasSteps[filter] = steps[filter] * rounded[value].Step;
            whole[filter] = (int)MathF.Round(bias[filter] / biasSteps[filter]);
        }
        string Floats(string name, string numbers, float[] steps, string zeros) =>
            model.Node("DequantizeLinear", [numbers, model.Initializer($"{name}_steps_{count}", steps, filters), zeros], OnnxAttribute.Int("axis", 0));
        count++;
        return
        [
            Floats("weight", model.Initializer($"weight_bytes_{count}", bytes, shape), steps, model.Initializer($"weight_zeros_{count}", new sbyte[filters], filters)),
            Floats("bias", model.Initializer($"bias_whole_{count}", whole, filters), biasSteps, model.Initializer($"bias_zeros_{count}", new int[filters], filters)),
        ];
    }

    /// <summary>The weights of a filter as bytes: the largest is 64 or −64, or less where that would take a smaller step than <paramref name="least"/>.</summary>
    /// <returns>What one more means.</returns>
    internal static float RoundFilter(ReadOnlySpan<float> weights, float least, Span<sbyte> bytes)
    {
        float step = Math.Max(Math.Abs(TensorPrimitives.MaxMagnitude(weights)) / LargestWeight, least);
        for (int i = 0; i < weights.Length; i++)
            bytes[i] = (sbyte)MathF.Round(weights[i] / step);
        return step;
    }

    string Round(string value, Steps steps)
    {
        count++;
        string step = model.Initializer($"step_{count}", [steps.Step]), zero = model.Initializer($"zero_{count}", [steps.Zero]);
        string floats = model.Node("DequantizeLinear", [model.Node("QuantizeLinear", [value, step, zero]), step, zero]);
        rounded[floats] = steps;
        return floats;
    }

    /// <param name="Step">What one more means.</param>
    /// <param name="Zero">The byte that means 0.</param>
    readonly record struct Steps(float Step, byte Zero);
}
