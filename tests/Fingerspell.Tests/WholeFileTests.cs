using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests;

public sealed class WholeFileTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_is_written_and_its_folder_made()
    {
        string path = Path.Combine(folder.Path, "new", "a.txt");
        WholeFile.Write(path, new byte[] { 1, 2 });
        Assert.Equal([1, 2], File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        string path = folder["a.txt"];
        File.WriteAllText(path, "old");
        Assert.Throws<FingerspellException>(() => WholeFile.Write(path, beside =>
        {
            Assert.Equal(".txt", Path.GetExtension(beside));
            File.WriteAllText(beside, "half");
            throw new IOException("disk full");
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_name_may_be_as_long_as_names_can_be()
    {
        string path = folder[new string('a', 251) + ".txt"];
        WholeFile.Write(path, "text");
        Assert.Equal("text", File.ReadAllText(path));
    }

    [Fact]
    public void A_link_stays_and_the_file_where_it_leads_is_written()
    {
        File.WriteAllText(folder["a.txt"], "old");
        File.CreateSymbolicLink(folder["first"], folder["a.txt"]);
        File.CreateSymbolicLink(folder["second"], folder["first"]);
        WholeFile.Write(folder["second"], "new");
        Assert.Equal("new", File.ReadAllText(folder["a.txt"]));
        Assert.Equal(folder["first"], new FileInfo(folder["second"]).LinkTarget);
    }

    [Fact]
    public void What_is_written_through_a_link_has_the_ending_that_was_named()
    {
        File.CreateSymbolicLink(folder["a.png"], folder["without an ending"]);
        using (var frame = MadePictures.Plain(100, 4, 4))
            frame.Save(folder["a.png"]);
        using var written = Frame.Load(folder["without an ending"]);
        Assert.Equal(4, written.Width);
    }

    [Fact]
    public void A_device_is_not_replaced_by_a_file()
    {
        var error = Assert.Throws<FingerspellException>(() => WholeFile.Write("/dev/null", "text"));
        Assert.StartsWith("cannot write /dev/null: it is a device", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_named()
    {
        var error = Assert.Throws<FingerspellException>(() => WholeFile.Write(folder.Path, new byte[1]));
        Assert.Contains(folder.Path, error.Message, StringComparison.Ordinal);
        error = Assert.Throws<FingerspellException>(() => WholeFile.Write("/proc/nowhere/a.txt", new byte[1]));
        Assert.Contains("/proc/nowhere/a.txt", error.Message, StringComparison.Ordinal);
    }
}
