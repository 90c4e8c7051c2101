using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Fingerspell.Training.Learning;

namespace Fingerspell.Training.Tests.Learning;

public sealed partial class NativeHeapTests
{
    [Fact]
    public void Loading_the_training_code_has_PyTorch_ask_for_huge_pages()
    {
        RuntimeHelpers.RunModuleConstructor(typeof(NativeHeap).Module.ModuleHandle);

        // .NET's own copy of the environment may be older.
        Assert.NotNull(Marshal.PtrToStringUTF8(GetEnv("THP_MEM_ALLOC_ENABLE")));
    }

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetEnv(string name);
}
