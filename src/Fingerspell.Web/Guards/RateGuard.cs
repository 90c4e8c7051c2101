using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Fingerspell.Web.Guards;

/// <summary>How often an address may ask, and how many bodies are taken in at once.</summary>
static class RateGuard
{
    /// <summary>The policy of endpoints of which each holds memory until it is answered: that take a body, or draw.</summary>
    public const string Bodies = "bodies";

    public static void AddRateGuard(this IServiceCollection services, ServiceLimits limits) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
            RateLimitPartition.GetTokenBucketLimiter(WhoAsks(context), _ => Bucket(limits.RequestsPerSecond)));
        limiter.AddConcurrencyLimiter(Bodies, bodies =>
        {
            bodies.PermitLimit = limits.BodiesAtOnce;
            bodies.QueueLimit = 8 * limits.BodiesAtOnce;
        });
        limiter.OnRejected = async (rejected, _) =>
        {
            bool isTooOften = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after);
            rejected.HttpContext.Response.Headers.RetryAfter =
                Math.Max(1, Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await (isTooOften
                ? Refusal.AnswerAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "too many requests; wait a moment")
                : Refusal.AnswerAsync(rejected.HttpContext, StatusCodes.Status503ServiceUnavailable, "too much is being read at once; try again"));
        };
    });

    /// <summary>So many requests a second in the long run, and twice as many at once.</summary>
    internal static TokenBucketRateLimiterOptions Bucket(int perSecond) => new()
    {
        TokenLimit = 2 * perSecond,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 / perSecond),
    };

    /// <summary>The address; of IPv6 the network, of which one subscriber has all addresses.</summary>
    static IPAddress WhoAsks(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
