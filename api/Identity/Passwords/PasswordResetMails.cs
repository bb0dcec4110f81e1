using System.Threading.Channels;
using Cooperator.Api.Platform.Mail;
using Microsoft.AspNetCore.Identity;

namespace Cooperator.Api.Identity;

/// <summary>
/// Sends reset links behind the requests that ask for them. What is lost when the process ends is asked for again by
/// the person; when more is asked for than can be sent, the oldest requests give way.
/// </summary>
internal sealed partial class PasswordResetMails(IServiceScopeFactory scopes, ILogger<PasswordResetMails> logger)
    : BackgroundService
{
    private readonly Channel<string> _addresses = Channel.CreateBounded<string>(
        new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );

    public void Enqueue(string email) => _addresses.Writer.TryWrite(email);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var email in _addresses.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await SendAsync(scope.ServiceProvider, email, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One mail that can not be sent must not end the sending of the others.
                NotSent(logger, failure);
            }
        }
    }

    private static async Task SendAsync(IServiceProvider services, string email, CancellationToken ct)
    {
        var accounts = services.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByEmailAsync(email) is { } account)
        {
            await services.GetRequiredService<PasswordResetLinks>().SendAsync(account, ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A password reset mail could not be sent.")]
    private static partial void NotSent(ILogger logger, Exception failure);
}
