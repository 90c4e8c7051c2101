using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Fingerspell.Web.Tests;

public sealed class RecognizeTests
{
    [Fact]
    public async Task A_picture_is_read_as_predict_does()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await PostAsync(service, Pictures.Letter('S', ".png"), "image/png");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var recognition = await BodyOf(answer);
        Assert.Equal(["file", "letter", "confidence", "box", "candidates"], recognition.EnumerateObject().Select(p => p.Name));
        Assert.Equal("S", recognition.GetProperty("letter").GetString());
        Assert.Equal(3, recognition.GetProperty("candidates").GetArrayLength());
        Assert.Equal(["x", "y", "width", "height"], recognition.GetProperty("box").EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task What_is_no_picture_is_a_problem()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await PostAsync(service, "no picture"u8.ToArray(), "image/png");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(400, (await BodyOf(answer)).GetProperty("status").GetInt32());
    }

    static async Task<HttpResponseMessage> PostAsync(TestService service, byte[] picture, string type)
    {
        using var content = new ByteArrayContent(picture);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await service.Http.PostAsync("/api/recognize", content, TestContext.Current.CancellationToken);
    }

    static async Task<JsonElement> BodyOf(HttpResponseMessage answer)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var document = await JsonDocument.ParseAsync(body, default, TestContext.Current.CancellationToken);
        return document.RootElement.Clone();
    }
}
