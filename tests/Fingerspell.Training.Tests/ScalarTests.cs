using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests;

/// <summary>
/// TorchSharp does not keep a <see cref="Scalar"/> alive while native code reads it, so only <see cref="Arithmetic"/>, which
/// does, may make one. Which calls make one in secret is read from TorchSharp's own code.
/// </summary>
public sealed class ScalarTests
{
    static readonly HashSet<MethodBase> Makers = CallGraph.Reaching(
        typeof(Scalar).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), typeof(Scalar).Assembly);

    [Fact]
    public void Nothing_but_Arithmetic_makes_a_scalar()
    {
        var others = CallGraph.MethodsOf(typeof(Arithmetic).Assembly).Where(method => method.DeclaringType != typeof(Arithmetic));
        Assert.Empty(others.SelectMany(method => MakersIn(method).Select(maker => $"{method.DeclaringType}.{method.Name} calls {maker}")));
    }

    [Fact]
    public void Arithmetic_disposes_of_each_scalar_it_makes_and_so_keeps_it_until_then()
    {
        var making = CallGraph.MethodsOf(typeof(Arithmetic).Assembly)
            .Where(method => method.DeclaringType == typeof(Arithmetic) && method is MethodInfo)
            .Select(method => (method.Name, Calls: CallGraph.Called(method).Select(called => called.Name).ToList()))
            .Where(method => method.Calls.Contains("op_Implicit")).ToList();
        Assert.NotEmpty(making);
        Assert.All(making, method => Assert.Equal(
            method.Calls.Count(call => call == "op_Implicit"), method.Calls.Count(call => call == "Dispose")));
    }

    [Theory]
    [InlineData(nameof(Sum), "op_Addition")]
    [InlineData(nameof(Half), "op_Multiply")]
    [InlineData(nameof(Added), "add_")]
    [InlineData(nameof(Clamped), "op_Implicit")]
    [InlineData(nameof(Squared), "square")]
    [InlineData(nameof(Normalised), "BatchNorm2d")]
    [InlineData(nameof(Optimised), "Adam")]
    [InlineData(nameof(Difference), null)]
    [InlineData(nameof(Drawn), null)]
    [InlineData(nameof(Convolved), null)]
    public void Scalars_made_in_secret_are_seen(string method, string? maker)
    {
        var makers = MakersIn(typeof(ScalarTests).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!);
        Assert.Equal(maker, makers.FirstOrDefault()?.Name);
    }

    static IEnumerable<MethodBase> MakersIn(MethodBase method) => CallGraph.Called(method).Where(Makers.Contains);

    static Tensor Sum(Tensor a, Tensor b) => a + b;

    static Tensor Half(Tensor a) => a * 0.5;

    static Tensor Added(Tensor a, Tensor b) => a.add_(b);

    static Tensor Clamped(Tensor a) => a.clamp(0);

    static Tensor Squared(Tensor a) => a.square();

    static TorchSharp.Modules.BatchNorm2d Normalised() => nn.BatchNorm2d(1);

    static TorchSharp.Modules.Adam Optimised(nn.Module network) => optim.Adam(network.parameters());

    static Tensor Difference(Tensor a, Tensor b) => a - b;

    static Tensor Drawn() => empty(1).uniform_(-1, 1);

    static TorchSharp.Modules.Conv2d Convolved() => nn.Conv2d(1, 1, 1);
}
