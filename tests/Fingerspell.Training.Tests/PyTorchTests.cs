namespace Fingerspell.Training.Tests;

/// <summary>
/// Tests that draw from PyTorch's generator, of which a process has one: they run one after the other, or none could say
/// what it draws.
/// </summary>
[CollectionDefinition(Name)]
public sealed class PyTorchTests
{
    public const string Name = "PyTorch";
}
