using System.Buffers.Binary;
using System.Net;
using Fingerspell.Web.Teaching;

namespace Fingerspell.Web.Tests;

public sealed class TeachingTests
{
    [Fact]
    public async Task A_letter_is_described_and_told_from_every_other()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync("/api/hand/a");
        Assert.Equal("private, max-age=3600", answer.Headers.CacheControl!.ToString().Replace("max-age=3600, private", "private, max-age=3600", StringComparison.Ordinal));
        var lesson = await TestService.JsonOf(answer);
        Assert.Equal("A", lesson.GetProperty("letter").GetString());
        Assert.StartsWith("a fist", lesson.GetProperty("words").GetString());
        Assert.False(lesson.GetProperty("moves").GetBoolean());
        var instead = lesson.GetProperty("insteadOf");
        Assert.Equal("BCDEFGHIJKLMNOPQRSTUVWXYZ", string.Concat(instead.EnumerateObject().Select(other => other.Name)));
        Assert.StartsWith("The thumb:", instead.GetProperty("S").GetString());
    }

    [Fact]
    public async Task A_drawing_has_the_size_that_was_asked_for_and_each_wish_changes_it()
    {
        await using var service = await TestService.StartAsync();
        string[] wishes = ["", "&side=left", "&view=signer", "&tone=dark"];
        var pictures = new List<byte[]>();
        foreach (string wish in wishes)
        {
            using var answer = await service.GetAsync($"/api/hand/L.png?size=64{wish}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
            byte[] picture = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.Equal(64, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16))); // its header's width
            pictures.Add(picture);
        }
        Assert.Equal(wishes.Length, pictures.Select(Convert.ToBase64String).Distinct().Count());
    }

    [Fact]
    public async Task Letters_that_move_have_moments_and_others_are_the_same_at_each()
    {
        Assert.NotEqual(HandRequest.Parse("Z", null, null, null, 64, 0), HandRequest.Parse("z", null, null, null, 64, 50));
        Assert.Equal(HandRequest.Parse("A", null, null, null, 64, 0), HandRequest.Parse("a", "right", "watcher", "medium", 64, 50));
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync("/api/hand/J.png?size=64&moment=45");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/hand/AB", "\"AB\" is not a letter")]
    [InlineData("/api/hand/1.png", "\"1\" is not a letter")]
    [InlineData("/api/hand/A.png?side=both", "side is both; take right or left")]
    [InlineData("/api/hand/A.png?view=me", "view is me; take watcher or signer")]
    [InlineData("/api/hand/A.png?tone=green", "tone is green; take one of pale")]
    [InlineData("/api/hand/A.png?size=4096", "size is 4096; take a multiple of 64 from 64 to 512")]
    [InlineData("/api/hand/A.png?size=100", "size is 100; take a multiple of 64 from 64 to 512")]
    [InlineData("/api/hand/A.png?size=big", "a value in the address is not what it should be; /openapi.json says what is taken")]
    [InlineData("/api/hand/J.png?moment=x", "a value in the address is not what it should be")]
    [InlineData("/api/hand/J.png?moment=101", "moment is 101; take a multiple of 5 from 0 to 100")]
    public async Task What_cannot_be_drawn_is_named(string path, string reason)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync(path);
        Assert.StartsWith(reason, await TestService.ProblemOf(answer, 400));
    }

    [Fact]
    public void Drawings_are_kept_up_to_a_bound()
    {
        var requests = "ABC".Select(letter => HandRequest.Parse(letter.ToString(), null, null, null, 64, null)).ToArray();
        int two = requests[1].Draw().Length + requests[2].Draw().Length;
        var pictures = new HandPictures(two);
        foreach (var request in requests)
            pictures.Draw(request);
        Assert.Null(pictures.Find(requests[0]));
        Assert.NotNull(pictures.Find(requests[1]));
        Assert.NotNull(pictures.Find(requests[2]));
        Assert.Equal(two, pictures.Bytes);
    }
}
