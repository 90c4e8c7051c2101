using System.Net;
using System.Net.WebSockets;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Web.Tests;

public sealed class TlsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    (string Certificate, string Key) Save() => MadeCertificate.Save(folder);

    [Fact]
    public async Task With_a_certificate_page_and_WebSocket_are_encrypted()
    {
        var (file, key) = Save();
        using var certificate = ServiceCertificate.Load(file, key);
        await using var service = await TestService.StartAsync(options => options with { Address = IPAddress.Any, Certificate = certificate });
        Assert.Equal("https", service.Address.Scheme);
        using var page = await service.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var client = await LiveClient.ConnectAsync(service, socket => socket.RemoteCertificateValidationCallback =
            (_, shown, _, _) => shown!.GetRawCertDataString() == certificate.Own.GetRawCertDataString());
        Assert.Equal("S", (await client.AskAsync(Pictures.Letter('S'))).GetProperty("letter").GetString());
        await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.ConnectAsync(service));
    }

    /// <summary>Chrome and Edge ask so where the page came over HTTP/2, as it does with TLS.</summary>
    [Fact]
    public async Task The_WebSocket_is_opened_over_HTTP_2_too()
    {
        var (file, key) = Save();
        using var certificate = ServiceCertificate.Load(file, key);
        await using var service = await TestService.StartAsync(options => options with { Address = IPAddress.Any, Certificate = certificate });
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetRawCertDataString() == certificate.Own.GetRawCertDataString();
        using var invoker = new HttpMessageInvoker(handler);
        using var client = await LiveClient.ConnectAsync(service, socket =>
            (socket.HttpVersion, socket.HttpVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact), invoker);
        Assert.Equal("S", (await client.AskAsync(Pictures.Letter('S'))).GetProperty("letter").GetString());
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var error = Assert.Throws<FingerspellException>(() => ServiceCertificate.Load(Save().Certificate, folder["none.pem"]));
        Assert.Contains("none.pem does not exist", error.Message);
    }

    [Fact]
    public void A_certificate_that_is_not_for_servers_is_refused()
    {
        const string Client = "1.3.6.1.5.5.7.3.2", Server = "1.3.6.1.5.5.7.3.1";
        var (file, key) = MadeCertificate.Save(folder, Client);
        var error = Assert.Throws<FingerspellException>(() => ServiceCertificate.Load(file, key));
        Assert.StartsWith($"{file} is not for servers by its extended key usage; ", error.Message);
        (file, key) = MadeCertificate.Save(folder, Server);
        ServiceCertificate.Load(file, key).Dispose();
    }

    [Fact]
    public void A_file_that_is_none_is_refused()
    {
        var (file, _) = Save();
        var error = Assert.Throws<FingerspellException>(() => ServiceCertificate.Load(file, file));
        Assert.Contains("no certificate and its key", error.Message);
    }
}
