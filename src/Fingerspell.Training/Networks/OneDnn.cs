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
/// a vector reads numbers that were never written: convolutions are off by a tenth and more, losses end as no number at
/// all. Its SSE 4.1 code is right there, and two to four times slower.
/// </remarks>
public static class OneDnn
{
    // "cAMD", the last third of "AuthenticAMD", as CPUID leaf 0 has it in ECX.
    const int Amd = 0x444d4163;

    const double Tolerance = 1e-3;

    /// <summary>Filters, inputs, kernel and stride of the convolutions that were compared and are right here.</summary>
    static readonly ConcurrentDictionary<(long, long, long, int), bool> right = [];

    /// <summary>Whether this machine is one of those, so that convolutions are computed with SSE 4.1 alone.</summary>
    public static bool IsLimited { get; } = X86Base.IsSupported && HidesCaches(X86Base.CpuId);

    /// <summary>Keeps oneDNN from the code that is wrong here. What the user has set stays.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "oneDNN reads this once, at its first use, which may come from anywhere in this assembly.")]
    internal static void Limit()
    {
        if (IsLimited)
            NativeEnvironment.SetDefault("ONEDNN_MAX_CPU_ISA", "SSE41");
    }

    /// <summary>Makes sure that a network's convolutions and their gradients are right, whatever the reason that they might not be.</summary>
    /// <exception cref="FingerspellException">They are wrong.</exception>
    internal static void RequireRightConvolutions(Network network)
    {
        foreach (var convolution in network.modules().OfType<Conv2D>())
        {
            long[] shape = convolution.Weight.shape;
            var (stride, padding) = (convolution.Stride, convolution.Padding);
            if (right.ContainsKey((shape[0], shape[1], shape[2], stride)))
                continue;
            RequireRight(shape, (input, kernels) => nn.functional.conv2d(input, kernels, strides: [stride, stride], padding: [padding, padding]));
            right[(shape[0], shape[1], shape[2], stride)] = true;
        }
    }

    internal static bool HidesCaches(Func<int, int, (int Eax, int Ebx, int Ecx, int Edx)> cpuid) =>
        cpuid(0, 0).Ecx == Amd && cpuid(unchecked((int)0x8000001d), 0) == (0, 0, 0, 0);

    /// <summary>Compares a convolution in 32 bits with the same one in 64 bits, which other code computes.</summary>
    /// <param name="shape">Of its kernels.</param>
    /// <param name="convolve">The convolution of pictures with kernels.</param>
    internal static void RequireRight(long[] shape, Func<Tensor, Tensor, Tensor> convolve)
    {
        double[][] reference = Convolved(ScalarType.Float64, shape, convolve);
        // Where unwritten numbers are read, they are harmless zeros in fresh memory, so more than once.
        for (int round = 0; round < 3; round++)
        {
            double error = Largest(Convolved(ScalarType.Float32, shape, convolve).Zip(reference, Difference));
            if (!(error <= Tolerance))
                throw new FingerspellException(string.Create(CultureInfo.InvariantCulture,
                    $"PyTorch computes wrong convolutions on this processor (those of {shape[1]} to {shape[0]} channels are off by {error:P0}), so nothing that it trains could be trusted; set the environment variable ONEDNN_MAX_CPU_ISA=SSE41, which is slower"));
        }
    }

    /// <summary>What comes out, and the gradients of its sum.</summary>
    static double[][] Convolved(ScalarType type, long[] shape, Func<Tensor, Tensor, Tensor> convolve)
    {
        const int Batch = 4, Side = 12;
        using var scope = NewDisposeScope();
        var input = Made(type, Batch, shape[1], Side, Side);
        var kernels = Made(type, shape);
        var output = convolve(input, kernels);
        output.sum().backward();
        return [Numbers(output), Numbers(input.grad!), Numbers(kernels.grad!)];
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
}
