using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation.Photos;

namespace Fingerspell.Training.Tests.Evaluation.Photos;

public sealed class TestSetTests : IDisposable
{
    const string Header = "file,letter,signer,x,y,width,height\n";

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Photographs_are_listed_by_letter_and_what_is_none_is_passed_over()
    {
        File("B/2.PNG");
        File("B/10.jpg");
        File("A/x.jpeg");
        File("A/note.txt");
        File("A/._x.jpeg");
        File("J/1.jpg");
        File("C/1.webp");
        File("loose.jpg");
        var photos = PhotoFolder.List(folder.Path);
        Assert.Equal(["A/x.jpeg", "B/10.jpg", "B/2.PNG", "C/1.webp"], photos.Select(photo => photo.Name));
        Assert.Equal([0, 1, 1, 2], photos.Select(photo => (int)photo.Label));
    }

    [Fact]
    public void What_lies_in_no_letters_folder_shows_no_hand()
    {
        File("A/1.jpg");
        File("wall.jpg");
        File("face.png");
        var set = TestSet.Load(folder.Path);
        Assert.Equal(["A/1.jpg", "face.png", "wall.jpg"], set.Photos.Select(photo => photo.Name));
        Assert.Equal([0, null, null], set.Photos.Select(photo => photo.Label));
        Assert.Equal(["A/1.jpg"], set.OfLetters.Select(photo => photo.Name));
        Assert.Empty(set.WithBoxes);
    }

    [Fact]
    public void Boxes_lie_in_the_set_or_elsewhere_and_need_not_be_complete()
    {
        File("A/1.jpg");
        File("A/2.jpg");
        File("boxes.csv", Header + "A/1.jpg,A,ann,1,2,3,4\n");
        File("other.csv", Header + "A/2.jpg,A,bob,5,6,7,8\n");
        Assert.Equal([new Box(1, 2, 3, 4), null], TestSet.Load(folder.Path).Photos.Select(photo => photo.Box?.Box));
        Assert.Equal([null, "bob"], TestSet.Load(folder.Path, folder["other.csv"]).Photos.Select(photo => photo.Box?.Signer));
    }

    [Fact]
    public void A_box_of_another_letter_is_refused()
    {
        File("L/1.png");
        File("boxes.csv", Header + "L/1.png,K,,0,0,9,9\n");
        Assert.Contains("is in the folder of L, but its box says K", Refused(() => TestSet.Load(folder.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_sets_of_a_folder_are_listed_and_other_folders_passed_over()
    {
        File("webcam/A/1.jpg");
        File("no-hand/wall.jpg");
        File("notes/readme.txt");
        File(".thumbnails/1.jpg");
        Assert.Equal(["no-hand", "webcam"], TestSet.LoadAll(folder.Path + "/").Select(set => set.Name));
        Assert.Contains("there is no set in", Refused(() => TestSet.LoadAll(folder["notes"])), StringComparison.Ordinal);
        Assert.Contains("does not exist", Refused(() => TestSet.LoadAll(folder["none"])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_photographs_is_refused()
    {
        Assert.Contains("belong into a folder a letter", Refused(() => PhotoFolder.List(folder.Path)), StringComparison.Ordinal);
        Assert.Contains("belong into a folder a letter", Refused(() => TestSet.Load(folder.Path)), StringComparison.Ordinal);
        Assert.Contains("does not exist", Refused(() => TestSet.Load(folder["none"])), StringComparison.Ordinal);
    }

    void File(string name, string content = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        System.IO.File.WriteAllText(folder[name], content);
    }

    static string Refused(Func<object> what) => Assert.Throws<FingerspellException>(what).Message;
}
