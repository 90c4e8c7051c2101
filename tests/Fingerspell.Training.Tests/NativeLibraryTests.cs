using System.Text;
using TorchSharp;

namespace Fingerspell.Training.Tests;

/// <summary>TorchSharp's native library as <c>build/WeakenLibstdcxxNeed.targets</c> leaves it in the output.</summary>
public sealed class NativeLibraryTests
{
    const string SystemLibrary = "/usr/lib/x86_64-linux-gnu/libstdc++.so.6";

    static readonly string Library = Path.Combine(AppContext.BaseDirectory, "libLibTorchSharp.so");

    [Fact]
    public void TorchSharp_loads_and_adds_two_tensors()
    {
        using var scope = torch.NewDisposeScope();
        float[] sums = [.. (torch.tensor([1f, 2f]) + torch.tensor([10f, 20f])).data<float>()];
        Assert.Equal([11f, 22f], sums);
    }

    [Fact]
    public void TorchSharp_found_its_library_in_the_output_folder()
    {
        // Where the load fails TorchSharp copies 480 MB of libraries into a folder "cpu" and tries those.
        _ = torch.zeros(1);
        Assert.False(Directory.Exists(Path.Combine(AppContext.BaseDirectory, "cpu")));
    }

    [Fact]
    public void Every_libstdcxx_version_that_the_library_needs_is_in_the_system_or_weak()
    {
        Assert.SkipUnless(File.Exists(SystemLibrary), $"{SystemLibrary} is not here");
        string provided = Encoding.Latin1.GetString(File.ReadAllBytes(SystemLibrary));
        var needed = ElfVersionNeeds.Of(Library).Where(n => n.Library == "libstdc++.so.6").ToList();

        Assert.NotEmpty(needed);
        Assert.All(needed, n => Assert.True(n.IsWeak || provided.Contains(n.Version + '\0'), $"{n.Version} is missing"));
    }

    [Fact]
    public void No_need_but_the_marker_symbols_is_weak()
    {
        var weak = ElfVersionNeeds.Of(Library).Where(n => n.IsWeak).Select(n => n.Version);
        Assert.All(weak, version => Assert.Equal("GLIBCXX_3.4.32", version));
    }
}
