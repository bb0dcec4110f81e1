using System.Collections.Concurrent;
using System.Security.Claims;
using Cooperator.GraphQL;

namespace Cooperator.Api.Identity;

/// <summary>The sockets and event streams that people have open on this node.</summary>
internal sealed class OpenConnections(IServiceScopeFactory scopes)
{
    private readonly ScopeSignIn _signIn = new();
    private readonly ConcurrentDictionary<OpenConnection, bool> _all = new();

    /// <summary>Holds the connection until it is disposed.</summary>
    public OpenConnection Enter(ClaimsPrincipal user, IReadOnlyDictionary<string, object?> items, Guid? memberId)
    {
        var connection = new OpenConnection(user, items, memberId, left => _all.TryRemove(left, out _));
        _all.TryAdd(connection, true);
        return connection;
    }

    /// <summary>Closes what was opened with the credential of this key.</summary>
    public void Withdraw(string key)
    {
        foreach (var (connection, _) in _all)
        {
            if (string.Equals(connection.Key, key, StringComparison.Ordinal))
            {
                connection.Withdraw();
            }
        }
    }

    /// <summary>Closes those of the connections that would not be let in any more.</summary>
    public async ValueTask CheckAsync(Func<OpenConnection, bool> which, CancellationToken ct)
    {
        foreach (var (connection, _) in _all.Where(entry => which(entry.Key)))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await _signIn.InitializeAsync(scope.ServiceProvider, connection.User, connection.Items, ct);
            }
            catch (GraphQLException)
            {
                connection.Withdraw();
            }
        }
    }
}

/// <summary>One of them: who it speaks for, and the member it speaks for in its co-op.</summary>
internal sealed class OpenConnection(
    ClaimsPrincipal user,
    IReadOnlyDictionary<string, object?> items,
    Guid? memberId,
    Action<OpenConnection> leave
) : IDisposable
{
    private readonly CancellationTokenSource _withdrawn = new();

    public ClaimsPrincipal User => user;

    public IReadOnlyDictionary<string, object?> Items => items;

    public Guid? MemberId => memberId;

    public string? Key { get; } = Credential.ReferenceIn(user)?.Key;

    public CancellationToken Withdrawn => _withdrawn.Token;

    /// <summary>What follows runs elsewhere: whoever closes many connections does not wait for each.</summary>
    public void Withdraw() => _ = _withdrawn.CancelAsync();

    /// <summary>The source is left to the garbage collector: it may be withdrawn at this very moment.</summary>
    public void Dispose() => leave(this);
}
