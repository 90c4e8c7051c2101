using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Networks;

[Collection(PyTorchTests.Name)]
public sealed class OneDnnTests
{
    const int Amd = 0x444d4163, Intel = 0x6c65746e;

    // Channels that fill no vector.
    static readonly OneDnn.Convolution Odd = new(Inputs: 11, Filters: 21, Kernel: 3, Stride: 1, Side: 9);

    [Theory]
    [InlineData(Amd, 0, true)]
    [InlineData(Amd, 0x4121, false)]      // an L1 data cache, as an EPYC tells of it
    [InlineData(Intel, 0, false)]         // Intel tells of its caches in another leaf
    public void Hidden_caches_are_seen_from_what_the_processor_says(int vendor, int firstCache, bool hidden) =>
        Assert.Equal(hidden, OneDnn.HidesCaches((leaf, _) => leaf == 0 ? (13, 0, vendor, 0) : (firstCache, 0, 0, 0)));

    [Fact]
    public void Convolutions_of_every_network_are_right_on_this_machine()
    {
        foreach (string network in NetworkCatalog.Names)
            OneDnn.RequireRightConvolutions(Recipe.For(network) with { Threads = 2 });
    }

    [Theory]
    [InlineData(3, 1, 1, 9)]
    [InlineData(3, 2, 1, 9)]
    [InlineData(1, 2, 0, 8)]
    public void The_comparison_is_itself_right_in_any_shape(int kernel, int stride, int padding, int side) =>
        OneDnn.RequireRight(new(Inputs: 5, Filters: 7, kernel, stride, side), ScalarType.Float32, (input, kernels) =>
            nn.functional.conv2d(input.to(ScalarType.Float64), kernels.to(ScalarType.Float64), strides: [stride, stride], padding: [padding, padding]));

    [Theory]
    [InlineData(0.01)]
    [InlineData(double.NaN)]
    public void Wrong_ones_are_refused_with_what_to_do(double off)
    {
        var error = Assert.Throws<FingerspellException>(() => OneDnn.RequireRight(Odd, ScalarType.Float32, (input, kernels) =>
            nn.functional.conv2d(input, kernels, padding: [1, 1]) * (1 + off)));
        Assert.Contains("set the environment variable ONEDNN_MAX_CPU_ISA=SSE41", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.004, true)]       // what bfloat16 rounds
    [InlineData(0.05, false)]
    public void In_bfloat16_what_it_rounds_is_no_mistake(double off, bool isRight)
    {
        var error = Record.Exception(() => OneDnn.RequireRight(Odd, ScalarType.BFloat16, (input, kernels) =>
            nn.functional.conv2d(input.to(ScalarType.Float32), kernels.to(ScalarType.Float32), padding: [1, 1]).to(ScalarType.BFloat16) * (1 + off)));
        Assert.Equal(isRight, error is null);
        if (error is not null)
            Assert.Contains("or train with --mixed-precision false", Assert.IsType<FingerspellException>(error).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_value_that_is_no_number_among_right_ones_is_refused() =>
        Assert.Throws<FingerspellException>(() => OneDnn.RequireRight(Odd, ScalarType.Float32, (input, kernels) =>
        {
            var output = nn.functional.conv2d(input, kernels, padding: [1, 1]);
            var blot = zeros_like(output);
            blot[0, 0, 0, 0] = double.NaN;
            return output + blot;       // the gradients stay right
        }));
}
