using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using System.Net.Sockets;
using Fingerspell.Web;

namespace Fingerspell.App;

/// <summary>The options of <c>serve</c>: where the service is, who may ask, and how much.</summary>
sealed class ServeOptions
{
    /// <summary>The environment variable that may hold the token.</summary>
    public const string TokenVariable = "FINGERSPELL_TOKEN";

    static readonly ServiceOptions Defaults = new();

    readonly Option<int> port = Number("--port", "The port; 0 takes any free one.", "PORT", Defaults.Port, 0, ushort.MaxValue);
    readonly Option<string> host = new("--host")
    {
        Description = "The address to listen on. Others than this machine's own (127.0.0.1, ::1) need a certificate or a token; 0.0.0.0 is all.",
        DefaultValueFactory = _ => "127.0.0.1",
        HelpName = "ADDRESS",
    };
    readonly Option<string[]> names = new("--allow-host")
    {
        Description = "A name under which the server is reached, such as the one that a proxy before it goes by. May be repeated.",
        HelpName = "NAME",
    };
    readonly Option<string?> certificate = new("--certificate") { Description = "Speak TLS with this certificate, a PEM file.", HelpName = "FILE" };
    readonly Option<string?> key = new("--key") { Description = "The certificate's private key, a PEM file.", HelpName = "FILE" };
    readonly Option<string?> tokenFile = new("--token-file")
    {
        Description = $"A file with a token that everyone must show; ${TokenVariable} may hold it too.",
        HelpName = "FILE",
    };
    readonly Option<string[]> proxies = new("--proxy")
    {
        Description = "A proxy's address or network (10.0.0.0/8), whose X-Forwarded-For and -Proto are believed. May be repeated.",
        HelpName = "NETWORK",
    };
    readonly Option<int> sessions = Number("--sessions", "The most live sessions.", "N", Defaults.Limits.Sessions, 1, 100_000);
    readonly Option<int> rate = Number("--rate", "The most requests a second from one address.", "N", Defaults.Limits.RequestsPerSecond, 1, 1_000_000);

    public ServeOptions()
    {
        host.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && AddressOf(text) is null)
                result.AddError($"--host {text} is no address; give one such as 127.0.0.1, or 0.0.0.0 for all, and --allow-host {text}");
        });
        proxies.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => NetworkOf(token.Value) is null))
                result.AddError($"--proxy {token.Value} is neither an address nor a network such as 10.0.0.0/8");
        });
    }

    /// <summary>All of them, in the order of the help text.</summary>
    public IEnumerable<Option> All => [port, host, names, certificate, key, tokenFile, proxies, sessions, rate];

    /// <summary>Refuses one half of a pair.</summary>
    public void Check(CommandResult verb)
    {
        if (verb.GetValue(certificate) is null != verb.GetValue(key) is null)
            verb.AddError("--certificate and --key belong together; give both");
    }

    /// <summary>What the command line says.</summary>
    /// <exception cref="FingerspellException">A file cannot be read, or is no certificate.</exception>
    public ServiceOptions Read(ParseResult parsed)
    {
        string? file = parsed.GetValue(certificate);
        return Defaults with
        {
            Port = parsed.GetValue(port),
            Address = AddressOf(parsed.GetValue(host)!)!,
            HostNames = parsed.GetValue(names) ?? [],
            Proxies = [.. (parsed.GetValue(proxies) ?? []).Select(text => NetworkOf(text)!.Value)],
            Token = TokenOf(parsed.GetValue(tokenFile)),
            Certificate = file is null ? null : ServiceCertificate.Load(file, parsed.GetValue(key)!),
            Limits = Defaults.Limits with { Sessions = parsed.GetValue(sessions), RequestsPerSecond = parsed.GetValue(rate) },
        };
    }

    static IPAddress? AddressOf(string text) => text == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) ? address : null;

    static IPNetwork? NetworkOf(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
            : null;
    }

    static string? TokenOf(string? file)
    {
        if (file is null)
            return Environment.GetEnvironmentVariable(TokenVariable) is { Length: > 0 } set ? set.Trim() : null;
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"the token file {file} cannot be read: {e.Message}", e);
        }
    }

    static Option<int> Number(string name, string description, string helpName, int standard, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var number && (number < least || number > most))
                result.AddError($"{name}: a number from {least} to {most}");
        });
        return option;
    }
}
