using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Fingerspell.Training.Learning;
using static TorchSharp.torch;

namespace Fingerspell.Training.Networks;

/// <summary>oneDNN, the library within PyTorch that computes convolutions, and the machines where it computes them wrongly.</summary>
/// <remarks>
/// Some virtual machines hide how large the caches of an AMD processor are: CPUID leaf 8000001D, which tells it, is all
/// zeros. oneDNN 3.7 then takes each cache for one byte, and its AVX and AVX-512 code for channels that do not fill
/// a vector, or blocks of vectors, reads numbers that were never written: convolutions are off by a tenth and more, losses end as
/// no number at all. Its SSE 4.1 code is right there, and two to four times slower. A network whose channels all fill their blocks
/// is right with AVX-512 too (seen with 32, 64, 128 and 224), which the comparison before each training makes sure of: <c>letters</c> and <c>hand-finder</c> get it.
/// </remarks>
public static class OneDnn
{
    // "cAMD", the last third of "AuthenticAMD", as CPUID leaf 0 has it in ECX.
    const int Amd = 0x444d4163;

    // Of the largest number. A result in bfloat16, which has eight bits, is off by up to 0.4 % by itself.
    const double Tolerance = 1e-3, BFloat16Tolerance = 2e-2;

    const string Variable = "ONEDNN_MAX_CPU_ISA", Oldest = "SSE41", Widest = "AVX512_CORE_BF16";

    /// <summary>What the variable may be set to that leaves out bfloat16.</summary>
    static string[] WithoutBFloat16 => [Oldest, "AVX", "AVX2", "AVX2_VNNI", "AVX2_VNNI_2", "AVX512_CORE", "AVX512_CORE_VNNI"];

    /// <summary>
    /// Whether a limited machine's AVX-512 may serve a network that is right with it. oneDNN looks once a process, at its first use, so only a
    /// program that trains one kind of network and ends says so, in its runtimeconfig.json.
    /// </summary>
    static bool MayLift => Avx512BW.IsSupported && AppContext.TryGetSwitch("Fingerspell.TrainsOneNetwork", out bool isSet) && isSet;

    /// <summary>The networks whose convolutions were compared and are right here.</summary>
    static readonly ConcurrentDictionary<(string Network, bool InBFloat16, int Threads, bool Coarse), bool> right = [];

    /// <summary>Whether this machine is one of those, so that convolutions are computed with SSE 4.1 alone, and the user has not set another limit.</summary>
    public static bool IsLimited { get; } =
        X86Base.IsSupported && HidesCaches(X86Base.CpuId) && Environment.GetEnvironmentVariable(Variable) is null;

    /// <summary>Whether oneDNN multiplies bfloat16 with instructions of the processor (AVX512_BF16: CPUID leaf 7.1, EAX bit 5); otherwise it is slower than 32 bits.</summary>
    public static bool MultipliesBFloat16 { get; } =
        Avx512BW.IsSupported && (X86Base.CpuId(7, 1).Eax & 1 << 5) != 0
        && (IsLimited ? MayLift : !WithoutBFloat16.Contains(Environment.GetEnvironmentVariable(Variable), StringComparer.OrdinalIgnoreCase));

    /// <summary>Keeps oneDNN from the code that is wrong here. What the user has set stays.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "oneDNN reads this once, at its first use, which may come from anywhere in this assembly.")]
    internal static void Limit()
    {
        if (IsLimited)
            NativeEnvironment.SetDefault(Variable, Oldest);
    }

    /// <summary>Makes sure that a network's convolutions and their gradients are right, whatever the reason that they might not be; once a process.</summary>
    /// <param name="options">Which network, and how it is to learn; its threads compute from now on.</param>
    /// <exception cref="FingerspellException">They are wrong.</exception>
    internal static void RequireRightConvolutions(TrainOptions options)
    {
        set_num_threads(options.Threads);
        var way = (options.Network, options.MixedPrecision, options.Threads, options.CoarseEpochs > 0);
        if (right.ContainsKey(way))
            return;
        if (IsLimited && MayLift && !NetworkCatalog.OfRows.Contains(options.Network))
            NativeEnvironment.Set(Variable, Widest);
        foreach (var (shape, type) in ConvolutionsOf(options).Distinct())
            RequireRight(shape, type, (input, kernels) => nn.functional.conv2d(
                input, kernels, strides: [shape.Stride, shape.Stride], padding: [shape.Padding, shape.Padding]));
        right[way] = true;
    }

    /// <summary>
    /// The shapes of its convolutions, as they are when it is given pictures of the sizes that it learns from, and what they are computed in: which code computes them hangs
    /// on all of it. What learns in bfloat16 reads in 32 bits.
    /// </summary>
    static List<(Convolution Shape, ScalarType Type)> ConvolutionsOf(TrainOptions options)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var network = NetworkCatalog.Create(options.Network);
        if (options.MixedPrecision)
            network.LearnInBFloat16();
        List<(Convolution, ScalarType)> found = [];
        foreach (var layer in network.modules().OfType<Conv2D>())
            layer.register_forward_hook((_, input, output) =>
            {
                var shape = new Convolution((int)input.shape[1], (int)layer.Weight.shape[0], (int)layer.Weight.shape[2], layer.Stride, (int)input.shape[2]);
                found.Add((shape, ScalarType.Float32));
                if (layer.MultipliesBFloat16)
                    found.Add((shape, ScalarType.BFloat16));
                return output;
            });
        List<int> sides = options.CoarseEpochs > 0 ? [network.CoarseSide, network.Side] : [network.Side];
        sides.ForEach(side => network.call(zeros(2, network.Channels, side, side)));     // a single picture would take another way
        return found;
    }

    internal static bool HidesCaches(Func<int, int, (int Eax, int Ebx, int Ecx, int Edx)> cpuid) =>
        cpuid(0, 0).Ecx == Amd && cpuid(unchecked((int)0x8000001d), 0) == (0, 0, 0, 0);

    /// <summary>Compares a convolution with one in 64 bits, made of a matrix product.</summary>
    /// <param name="shape">What it is given.</param>
    /// <param name="type">Float32 or BFloat16: what it is computed in.</param>
    /// <param name="convolve">The convolution of pictures with kernels.</param>
    internal static void RequireRight(Convolution shape, ScalarType type, Func<Tensor, Tensor, Tensor> convolve)
    {
        double tolerance = type == ScalarType.BFloat16 ? BFloat16Tolerance : Tolerance;
        double[][] reference = Convolved(ScalarType.Float64, type, shape, (input, kernels) => AsProduct(input, kernels, shape));
        // Where unwritten numbers are read, they are harmless zeros in fresh memory, so more than once.
        for (int round = 0; round < 3; round++)
        {
            double error = Largest(Convolved(type, type, shape, convolve).Zip(reference, Difference));
            if (!(error <= tolerance))
                throw new FingerspellException(string.Create(CultureInfo.InvariantCulture,
                    $"PyTorch computes wrong convolutions on this processor (those of {shape.Inputs} to {shape.Filters} channels are off by {error:P0}), so nothing that it trains could be trusted; set the environment variable {Variable}={Oldest}, which is slower{(type == ScalarType.BFloat16 ? ", or train with --mixed-precision false" : "")}"));
        }
    }

    /// <summary>What comes out, and what goes back to pictures and kernels from gradients that differ from pixel to pixel.</summary>
    /// <param name="type">What it is computed in.</param>
    /// <param name="given">What pictures, kernels and gradients are rounded to before.</param>
    /// <param name="shape">What it is given.</param>
    /// <param name="convolve">The convolution of pictures with kernels.</param>
    static double[][] Convolved(ScalarType type, ScalarType given, Convolution shape, Func<Tensor, Tensor, Tensor> convolve)
    {
        const int Batch = 16;       // fewer may be computed by other code where there is one thread
        using var scope = NewDisposeScope();
        var input = Made(Batch, shape.Inputs, shape.Side, shape.Side);
        var kernels = Made(shape.Filters, shape.Inputs, shape.Kernel, shape.Kernel);
        var output = convolve(input, kernels);
        output.backward([Made(output.shape).detach()]);
        return [Numbers(output), Numbers(input.grad!), Numbers(kernels.grad!)];

        Tensor Made(params long[] shape)
        {
            long count = shape.Aggregate((product, side) => product * side);
            double[] numbers = [.. Enumerable.Range(0, (int)count).Select(i => Math.Sin(i * 1.7))];
            return tensor(numbers).to(given).to(type).reshape(shape).requires_grad_();
        }
    }

    static Tensor AsProduct(Tensor input, Tensor kernels, Convolution shape)
    {
        var columns = nn.functional.unfold(input, shape.Kernel, padding: shape.Padding, stride: shape.Stride);      // [batch, inputs · kernel², pixels]
        long side = (shape.Side + 2 * shape.Padding - shape.Kernel) / shape.Stride + 1;
        return kernels.flatten(1).matmul(columns).reshape(input.shape[0], shape.Filters, side, side);
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
