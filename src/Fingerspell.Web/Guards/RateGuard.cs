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
    /// <summary>The policy of endpoints that take a body, which holds memory until it is answered, and may come slowly.</summary>
    public const string Bodies = "bodies";

    /// <summary>The policy of endpoints that draw. A letter that moves is asked for in 21 pictures at once, by many learners of one class.</summary>
    public const string Drawings = "drawings";

    const int WaitingDrawings = 1024;

    public static void AddRateGuard(this IServiceCollection services, ServiceLimits limits) => services.AddRateLimiter(limiter =>
    {
        // Of the bodies that are taken in at once an address has half, so that it cannot keep all others waiting.
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
                RateLimitPartition.GetTokenBucketLimiter(WhoAsks(context), _ => Bucket(limits.RequestsPerSecond))),
            PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => TakesBody(context)
                ? RateLimitPartition.GetConcurrencyLimiter(WhoAsks(context), _ => AtOnce(Math.Max(1, limits.BodiesAtOnce / 2)))
                : RateLimitPartition.GetNoLimiter(IPAddress.None)));
        limiter.AddPolicy(Bodies, _ => RateLimitPartition.GetConcurrencyLimiter(Bodies, _ => AtOnce(limits.BodiesAtOnce)));
        limiter.AddConcurrencyLimiter(Drawings, drawings =>
        {
            drawings.PermitLimit = limits.BodiesAtOnce;
            drawings.QueueLimit = WaitingDrawings;
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

    /// <summary>So many at once, and eight times as many that wait.</summary>
    static ConcurrencyLimiterOptions AtOnce(int most) => new() { PermitLimit = most, QueueLimit = 8 * most };

    static bool TakesBody(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == Bodies;

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
