using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using static TorchSharp.torch;

namespace Fingerspell.Training.Networks;

/// <summary>oneDNN, the library within PyTorch that computes convolutions, and the machines where it computes them wrongly.</summary>
/// <remarks>
/// Some virtual machines hide how large the caches of an AMD processor are: CPUID leaf 8000001D, which tells it, is all
/// zeros. oneDNN 3.7 then takes each cache for one byte, and its AVX and AVX-512 code for channels that do not fill
/// a vector, or blocks of vectors, reads numbers that were never written: convolutions are off by a tenth and more, losses end as
/// no number at all. Its SSE 4.1 code is right there, and two to four times slower. A network whose channels all fill their blocks
/// is right with AVX-512 too (<c>ONEDNN_MAX_CPU_ISA=AVX512_CORE</c>; seen with 32, 64, 128 and 224): the comparison before each training says.
/// </remarks>
public static class OneDnn
{
    // "cAMD", the last third of "AuthenticAMD", as CPUID leaf 0 has it in ECX.
    const int Amd = 0x444d4163;

    const double Tolerance = 1e-3;

    const string Variable = "ONEDNN_MAX_CPU_ISA";

    /// <summary>The networks whose convolutions were compared and are right here.</summary>
    static readonly ConcurrentDictionary<string, bool> right = [];

    /// <summary>Whether this machine is one of those, so that convolutions are computed with SSE 4.1 alone, and the user has not set another limit.</summary>
    public static bool IsLimited { get; } =
        X86Base.IsSupported && HidesCaches(X86Base.CpuId) && Environment.GetEnvironmentVariable(Variable) is null;

    /// <summary>Keeps oneDNN from the code that is wrong here. What the user has set stays.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "oneDNN reads this once, at its first use, which may come from anywhere in this assembly.")]
    internal static void Limit()
    {
        if (IsLimited)
            NativeEnvironment.SetDefault(Variable, "SSE41");
    }

    /// <summary>Makes sure that a network's convolutions and their gradients are right, whatever the reason that they might not be; once a process.</summary>
    /// <param name="network">A name of <see cref="NetworkCatalog.Names"/>.</param>
    /// <exception cref="FingerspellException">They are wrong.</exception>
    internal static void RequireRightConvolutions(string network)
    {
        if (right.ContainsKey(network))
            return;
        foreach (var shape in ConvolutionsOf(network).Distinct())
            RequireRight(shape, (input, kernels) => nn.functional.conv2d(
                input, kernels, strides: [shape.Stride, shape.Stride], padding: [shape.Padding, shape.Padding]));
        right[network] = true;
    }

    /// <summary>The shapes of its convolutions, as they are when it is given a picture of its size: which code computes them hangs on all of it.</summary>
    static List<Convolution> ConvolutionsOf(string name)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var network = NetworkCatalog.Create(name);
        List<Convolution> found = [];
        foreach (var layer in network.modules().OfType<Conv2D>())
            layer.register_forward_hook((_, input, output) =>
            {
                found.Add(new((int)input.shape[1], (int)layer.Weight.shape[0], (int)layer.Weight.shape[2], layer.Stride, (int)input.shape[2]));
                return output;
            });
        network.call(zeros(2, network.Channels, network.Side, network.Side));     // a single picture would take another way
        return found;
    }

    internal static bool HidesCaches(Func<int, int, (int Eax, int Ebx, int Ecx, int Edx)> cpuid) =>
        cpuid(0, 0).Ecx == Amd && cpuid(unchecked((int)0x8000001d), 0) == (0, 0, 0, 0);

    /// <summary>Compares a convolution in 32 bits with one in 64 bits, made of a matrix product.</summary>
    /// <param name="shape">What it is given.</param>
    /// <param name="convolve">The convolution of pictures with kernels.</param>
    internal static void RequireRight(Convolution shape, Func<Tensor, Tensor, Tensor> convolve)
    {
        double[][] reference = Convolved(ScalarType.Float64, shape, (input, kernels) => AsProduct(input, kernels, shape));
        // Where unwritten numbers are read, they are harmless zeros in fresh memory, so more than once.
        for (int round = 0; round < 3; round++)
        {
            double error = Largest(Convolved(ScalarType.Float32, shape, convolve).Zip(reference, Difference));
            if (!(error <= Tolerance))
                throw new FingerspellException(string.Create(CultureInfo.InvariantCulture,
                    $"PyTorch computes wrong convolutions on this processor (those of {shape.Inputs} to {shape.Filters} channels are off by {error:P0}), so nothing that it trains could be trusted; set the environment variable {Variable}=SSE41, which is slower"));
        }
    }

    /// <summary>What comes out, and what goes back to pictures and kernels from gradients that differ from pixel to pixel.</summary>
    static double[][] Convolved(ScalarType type, Convolution shape, Func<Tensor, Tensor, Tensor> convolve)
    {
        const int Batch = 2;
        using var scope = NewDisposeScope();
        var input = Made(type, Batch, shape.Inputs, shape.Side, shape.Side);
        var kernels = Made(type, shape.Filters, shape.Inputs, shape.Kernel, shape.Kernel);
        var output = convolve(input, kernels);
        output.backward([Made(type, output.shape).detach()]);
        return [Numbers(output), Numbers(input.grad!), Numbers(kernels.grad!)];
    }

    static Tensor AsProduct(Tensor input, Tensor kernels, Convolution shape)
    {
        var columns = nn.functional.unfold(input, shape.Kernel, padding: shape.Padding, stride: shape.Stride);      // [batch, inputs · kernel², pixels]
        long side = (shape.Side + 2 * shape.Padding - shape.Kernel) / shape.Stride + 1;
        return kernels.flatten(1).matmul(columns).reshape(input.shape[0], shape.Filters, side, side);
    }

    static Tensor Made(ScalarType type, params long[] shape)
    {
        long count = shape.Aggregate((product, side) => product * side);
        double[] numbers = [.. Enumerable.Range(0, (int)count).Select(i => Math.Sin(i * 1.7))];
        return tensor(numbers).to(type).reshape(shape).requires_grad_();
    }

    static double[] Numbers(Tensor values) => values.detach().to(ScalarType.Float64).contiguous().data<double>().ToArray();

    static double Difference(double[] values, double[] right) =>
        Largest(values.Zip(right, (value, one) => Math.Abs(value - one))) / Largest(right.Select(Math.Abs));

    /// <summary>The largest of numbers from 0 on, or NaN where one is, which LINQ's passes over.</summary>
    static double Largest(IEnumerable<double> numbers) => numbers.Aggregate(Math.Max);

    /// <summary>A convolution's shape, and that of the pictures which it is given.</summary>
    /// <param name="Inputs">Channels it is given.</param>
    /// <param name="Filters">Channels it makes.</param>
    /// <param name="Kernel">Side of the kernels.</param>
    /// <param name="Stride">Step between output pixels.</param>
    /// <param name="Side">Side of the pictures.</param>
    internal sealed record Convolution(int Inputs, int Filters, int Kernel, int Stride, int Side)
    {
        /// <summary>Zeros on each side, as <see cref="Conv2D"/> adds them.</summary>
        public int Padding => Kernel / 2;
    }
}
