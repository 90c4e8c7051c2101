using System.Text;
using Fingerspell.App.Checks;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Checks;

public sealed class NativeLibraryCheckTests
{
    // A real library that needs few others; the tests break copies of it.
    static readonly string Library = Path.Combine(AppContext.BaseDirectory, "libHarfBuzzSharp.so");

    [Fact]
    public void A_library_that_loads_is_used_and_says_what_it_is()
    {
        var finding = NativeLibraryCheck.Of("x", Library, () => "version 1", neededToRead: true);
        Assert.Equal(new Finding("x", State.Ok, "version 1", NeededToRead: true), finding);
    }

    [Fact]
    public void A_library_without_one_that_OpenCV_needs_names_it_and_the_Debian_packages()
    {
        var finding = CheckCopyThatNeeds("libatk-1.0.so.9");
        Assert.Contains("libatk-1.0.so.9", finding.Detail);
        Assert.Contains("apt-get install --yes --no-install-recommends libgtk-3-0 libdrm2 libatomic1", finding.Remedy);
    }

    [Fact]
    public void A_library_without_some_other_names_that()
    {
        var finding = CheckCopyThatNeeds("libnowhere.so.9");
        Assert.Contains("holds libnowhere.so.9", finding.Remedy);
    }

    [Fact]
    public void A_damaged_library_is_to_be_built_again()
    {
        using var folder = new TemporaryFolder();
        string file = folder["libx.so"];
        File.WriteAllText(file, "not a library");
        var finding = NativeLibraryCheck.Of("x", file, () => "", neededToRead: true);
        Assert.True(finding.PreventsReading);
        Assert.Contains("build again", finding.Remedy);
    }

    [Fact]
    public void An_absent_library_is_to_be_built_again()
    {
        var finding = NativeLibraryCheck.Of("x", "/nowhere/libx.so", () => "", neededToRead: false);
        Assert.Equal("/nowhere/libx.so is not there", finding.Detail);
        Assert.False(finding.PreventsReading);
    }

    [Fact]
    public void A_library_that_loads_but_fails_in_use_is_missing()
    {
        var inner = new InvalidOperationException("wrong version");
        var finding = NativeLibraryCheck.Of("x", Library, () => throw new TypeInitializationException("T", inner), true);
        Assert.Equal("wrong version", finding.Detail);
        Assert.True(finding.PreventsReading);
    }

    static Finding CheckCopyThatNeeds(string missing)
    {
        using var folder = new TemporaryFolder();
        string file = folder["libx.so"];
        string bytes = Encoding.Latin1.GetString(File.ReadAllBytes(Library));
        Assert.Contains("libpthread.so.0\0", bytes);
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes(bytes.Replace("libpthread.so.0\0", missing + '\0', StringComparison.Ordinal)));
        return NativeLibraryCheck.Of("x", file, () => "", neededToRead: true);
    }
}
