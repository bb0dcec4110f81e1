using System.Threading.RateLimiting;

namespace Cooperator.Api.Platform.Http;

/// <summary>
/// Counts by address what was not accepted as anybody's: each such guess costs a look into the database, and is answered
/// before the limits on requests are asked. No secret is guessed at that rate, so the limit is the one on floods: a house of
/// neighbours shares one address, and who is over it keeps the others out too. Cookies and tokens are counted apart, and what
/// was accepted is not counted.
/// </summary>
internal sealed class RefusedCredentials(RateLimitSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _refused = PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimits.Limited(caller, settings.RequestsPerMinute)
    );

    public void Count(HttpContext http, string kind) => _refused.AttemptAcquire(Caller(http, kind)).Dispose();

    /// <summary>Not acquired when there were too many; takes nothing.</summary>
    public RateLimitLease Look(HttpContext http, string kind) =>
        _refused.AttemptAcquire(Caller(http, kind), permitCount: 0);

    public void Dispose() => _refused.Dispose();

    private static string Caller(HttpContext http, string kind) => $"{kind}:{CallerAddress.Of(http)}";
}
