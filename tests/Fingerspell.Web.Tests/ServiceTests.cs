using System.Net;

namespace Fingerspell.Web.Tests;

public sealed class ServiceTests
{
    [Fact]
    public async Task The_page_is_at_the_root()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.Http.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<title>Fingerspell", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_taken_port_is_named()
    {
        await using var first = await TestService.StartAsync();
        var error = await Assert.ThrowsAsync<FingerspellException>(
            () => TestService.StartAsync(options => options with { Port = first.Address.Port }));
        Assert.StartsWith($"port {first.Address.Port} of 127.0.0.1 is in use by another program", error.Message);
    }
}
