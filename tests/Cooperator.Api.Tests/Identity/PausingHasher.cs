using Cooperator.Api.Identity;
using Cooperator.Api.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Identity;

/// <summary>Looks at passwords as the real one does, counts how often, and can be held up after having looked.</summary>
public sealed class PausingHasher(PasswordHasher<Account> hasher) : IPasswordHasher<Account>, IDisposable
{
    private readonly SemaphoreSlim _go = new(0);
    private TaskCompletionSource? _looked;
    private int _count;

    public int Count => _count;

    /// <summary>Done when the next password was looked at; who looked waits for <see cref="GoOn"/>.</summary>
    public Task PauseNext()
    {
        var looked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _looked = looked;
        return looked.Task;
    }

    public void GoOn() => _go.Release();

    public string HashPassword(Account user, string password) => hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref _count);
        var verdict = hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        if (Interlocked.Exchange(ref _looked, null) is { } looked)
        {
            looked.SetResult();
            _go.Wait();
        }

        return verdict;
    }

    public void Dispose() => _go.Dispose();
}

/// <summary>A house in which looking at a password may take as long as a test wants.</summary>
public sealed class PausingHouse(DatabaseServer server) : IdentityHouse(server)
{
    public PausingHasher Hasher => Services.GetRequiredService<PausingHasher>();

    protected override void Replace(IServiceCollection services) =>
        services
            .AddSingleton<PasswordHasher<Account>>()
            .AddSingleton<PausingHasher>()
            .AddSingleton<IPasswordHasher<Account>>(provider => provider.GetRequiredService<PausingHasher>());
}
