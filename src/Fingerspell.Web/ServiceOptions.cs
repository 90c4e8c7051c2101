using System.Net;

namespace Fingerspell.Web;

/// <summary>Where and how the service is offered.</summary>
public sealed record ServiceOptions
{
    /// <summary>A token shorter than this could be guessed.</summary>
    const int ShortestToken = 16;

    /// <summary>The address that is listened on; only this machine reaches the loopback address.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port, 0–65535; 0 takes any free one.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>Names under which the service may be asked for, besides those of this machine alone and its addresses.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>The proxies, as addresses or networks (10.0.0.0/8), whose word on who asks is taken.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>What everyone must show who wants more than the page's files, or null where all may ask.</summary>
    public string? Token { get; init; }

    /// <summary>The certificate to speak TLS with, or null for none.</summary>
    public ServiceCertificate? Certificate { get; init; }

    /// <summary>How much is taken from whoever asks.</summary>
    public ServiceLimits Limits { get; init; } = new();

    /// <summary>How many readings are computed at once.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;

    /// <summary>Refuses what would open the service to everyone by mistake.</summary>
    /// <exception cref="FingerspellException">The address is not this machine's alone and there is neither TLS nor a token, or the token is short.</exception>
    internal void Require()
    {
        if (Token?.Length < ShortestToken)
            throw new FingerspellException($"the token has {Token.Length} characters, and {ShortestToken} are the fewest; make one with `openssl rand -hex 32`");
        if (Token?.Any(character => !char.IsAsciiLetterOrDigit(character) && !"-._~".Contains(character)) ?? false)
            throw new FingerspellException("the token has other characters than letters, digits and -._~; make one with `openssl rand -hex 32`");
        if (!IPAddress.IsLoopback(Address) && Token is null && Certificate is null)
            throw new FingerspellException(
                $"{Address} is open to other machines; add a certificate (--certificate and --key) or a token (--token-file), or leave --host away");
    }
}
