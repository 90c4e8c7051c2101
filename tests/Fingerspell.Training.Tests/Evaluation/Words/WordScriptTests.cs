using Fingerspell.Training.Evaluation.Photos;
using Fingerspell.Training.Evaluation.Words;

namespace Fingerspell.Training.Tests.Evaluation.Words;

public sealed class WordScriptTests
{
    static readonly ILookup<char, TestPhoto> Photos = new[] { "A/1", "A/2", "B/1", "B/2", "B/3" }
        .Select(name => new TestPhoto(name, name, (byte)Alphabet.LabelOf(name[0]), null)).ToLookup(photo => photo.Name[0]);

    [Fact]
    public void Letters_are_held_and_turn_into_one_another_between_times_without_a_hand()
    {
        var shots = WordScript.Of("AB", Photos, new Random(1));
        Assert.Equal(WordScript.Parted + 2 * WordScript.Held + WordScript.Turning + WordScript.Ending, shots.Count);
        Assert.All(shots.Take(WordScript.Parted), shot => Assert.Null(shot.Photo));
        Assert.All(shots.Skip(WordScript.Parted).Take(WordScript.Held), shot => Assert.Equal(('A', null), (shot.Photo!.Name[0], shot.Next)));
        var turning = shots.Skip(WordScript.Parted + WordScript.Held).Take(WordScript.Turning).ToList();
        Assert.All(turning, shot => Assert.Equal(('A', 'B'), (shot.Photo!.Name[0], shot.Next!.Name[0])));
        Assert.Equal([0.25, 0.5, 0.75], turning.Select(shot => shot.Share));
        Assert.All(shots.TakeLast(WordScript.Ending), shot => Assert.Null(shot.Photo));
    }

    [Fact]
    public void Equal_letters_are_parted_by_the_hand_going_away()
    {
        var shots = WordScript.Of("BB", Photos, new Random(1));
        Assert.DoesNotContain(shots, shot => shot.Next is not null);
        Assert.All(shots.Skip(WordScript.Parted + WordScript.Held).Take(WordScript.Parted), shot => Assert.Null(shot.Photo));
        Assert.Equal(2 * WordScript.Held, shots.Count(shot => shot.Photo is not null));
    }

    [Fact]
    public void All_photographs_of_a_letter_are_shown_where_there_are_few() =>
        Assert.Equal(3, WordScript.Of("B", Photos, new Random(1)).Select(shot => shot.Photo).OfType<TestPhoto>().Distinct().Count());
}
