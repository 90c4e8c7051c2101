using System.Net;

namespace Fingerspell.Web;

/// <summary>Where and how the service is offered.</summary>
public sealed record ServiceOptions
{
    /// <summary>The address that is listened on; only this machine reaches the loopback address.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port, 0–65535; 0 takes any free one.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>The clock of the readings.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
