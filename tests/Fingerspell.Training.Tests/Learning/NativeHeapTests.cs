using System.Runtime.CompilerServices;
using Fingerspell.Training.Learning;

namespace Fingerspell.Training.Tests.Learning;

public sealed class NativeHeapTests
{
    [Fact]
    public void Loading_the_training_code_has_PyTorch_ask_for_huge_pages()
    {
        RuntimeHelpers.RunModuleConstructor(typeof(NativeHeap).Module.ModuleHandle);

        Assert.False(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("THP_MEM_ALLOC_ENABLE")));
    }
}
