using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Fingerspell.Web;

/// <summary>A certificate with its key and those that vouch for it.</summary>
public sealed class ServiceCertificate : IDisposable
{
    ServiceCertificate(X509Certificate2 own, X509Certificate2Collection chain)
    {
        Own = own;
        Chain = chain;
    }

    internal X509Certificate2 Own { get; }

    internal X509Certificate2Collection Chain { get; }

    /// <summary>Reads PEM files.</summary>
    /// <param name="certificate">The certificate, followed by those of the authorities between it and a known one.</param>
    /// <param name="key">Its private key, not encrypted.</param>
    /// <exception cref="FingerspellException">A file is missing or no such file, they do not belong together, or the certificate is not for servers.</exception>
    public static ServiceCertificate Load(string certificate, string key)
    {
        foreach (string file in (string[])[certificate, key])
        {
            if (!File.Exists(file))
                throw new FingerspellException($"{file} does not exist");
        }
        try
        {
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(certificate);
            var read = new ServiceCertificate(X509Certificate2.CreateFromPemFile(certificate, key), chain);
            if (IsForServers(read.Own))
                return read;
            read.Dispose();
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException(
                $"{certificate} and {key} are no certificate and its key, both as PEM and the key without a password: {e.Message}", e);
        }
        throw new FingerspellException($"{certificate} is not for servers by its extended key usage; take one that names server authentication there, or nothing");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Own.Dispose();
        foreach (var certificate in Chain)
            certificate.Dispose();
    }

    /// <summary>Whether the certificate may be a server's; one that says nothing of its use may. Browsers ask this, and so does Kestrel.</summary>
    static bool IsForServers(X509Certificate2 certificate)
    {
        const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
        var usages = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().ToArray();
        return usages.Length == 0
            || usages.Any(usage => usage.EnhancedKeyUsages.Cast<Oid>().Any(purpose => purpose.Value == ServerAuthentication));
    }
}
