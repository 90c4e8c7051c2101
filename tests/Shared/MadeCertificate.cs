using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Fingerspell.Tests.Shared;

/// <summary>A certificate for this machine that nobody has signed, good for a day.</summary>
static class MadeCertificate
{
    /// <summary>Writes it and its key into a folder, and says where they are.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="purpose">What it says that it is for, as an OID; null where it says nothing.</param>
    public static (string Certificate, string Key) Save(TemporaryFolder folder, string? purpose = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        if (purpose is not null)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(folder["cert.pem"], certificate.ExportCertificatePem());
        File.WriteAllText(folder["key.pem"], key.ExportPkcs8PrivateKeyPem());
        return (folder["cert.pem"], folder["key.pem"]);
    }
}
