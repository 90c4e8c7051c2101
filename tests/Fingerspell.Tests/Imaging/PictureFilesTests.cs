using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests.Imaging;

public sealed class PictureFilesTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    string Put(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        File.WriteAllText(folder[name], "");
        return folder[name];
    }

    [Fact]
    public void Hidden_files_and_folders_are_left_out_and_so_is_what_is_no_picture()
    {
        foreach (string name in (string[])["b.PNG", "a/c.jpg", "a/.d.jpg", ".e/f.jpg", "notes.txt"])
            Put(name);
        Assert.Equal(["a/c.jpg", "b.PNG"], PictureFiles.Below(folder.Path));
    }

    [Fact]
    public void Links_to_pictures_are_followed_and_links_to_folders_below_are_not()
    {
        string picture = Put("set/sub/a.png");
        File.CreateSymbolicLink(folder["set/b.png"], picture);
        Directory.CreateSymbolicLink(folder["set/sub/up"], folder["set"]);
        Directory.CreateSymbolicLink(folder["link"], folder["set"]);
        Assert.Equal(["b.png", "sub/a.png"], PictureFiles.Below(folder["set"]));
        Assert.Equal(["b.png", "sub/a.png"], PictureFiles.Below(folder["link"]));
    }
}
