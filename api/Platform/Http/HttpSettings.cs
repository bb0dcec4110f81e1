using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Cooperator.Api.Platform.Http;

/// <summary><c>RateLimits</c>: how much one caller may ask for; 0 lifts a limit.</summary>
public sealed record RateLimitSettings
{
    /// <summary>Requests to /auth a minute from one address: against guessing passwords.</summary>
    [Range(0, 1_000_000)]
    public int AuthPerMinute { get; init; } = 60;

    /// <summary>All other requests a minute from one person, or from one address when not signed in.</summary>
    [Range(0, 1_000_000)]
    public int RequestsPerMinute { get; init; } = 3000;
}

/// <summary><c>Limits</c>: what the process bears.</summary>
public sealed record LimitSettings
{
    /// <summary>The largest body of a request; uploads and imports have larger limits of their own.</summary>
    [Range(1024, 1_073_741_824)]
    public long RequestBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>How long a caller may take to send the head of a request.</summary>
    [Range(1, 300)]
    public int HeaderSeconds { get; init; } = 15;

    /// <summary>How long running requests may take to end when the process is asked to stop.</summary>
    [Range(0, 300)]
    public int ShutdownSeconds { get; init; } = 20;
}

/// <summary><c>Proxy</c>: whose word about the caller's address and scheme is believed.</summary>
public sealed record ProxySettings : IValidatableObject
{
    /// <summary>Networks of trusted proxies, such as 10.0.0.0/8; none means that nobody is believed.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from network in Networks
        where !IPNetwork.TryParse(network, out _)
        select new ValidationResult($"{network} is no network such as 10.0.0.0/8", [nameof(Networks)]);
}
