using System.Security.Claims;
using Cooperator.GraphQL.AspNetCore;

namespace Cooperator.Api.Identity;

/// <summary>
/// Signs the person in again for each operation and each event of a lasting connection: a session that was ended, a
/// token that was revoked or a role that is over gets nothing more, however long the connection stays open.
/// </summary>
internal sealed class ScopeSignIn : IOperationScopeInitializer
{
    public async ValueTask InitializeAsync(
        IServiceProvider scope,
        ClaimsPrincipal user,
        IReadOnlyDictionary<string, object?> items,
        CancellationToken ct
    )
    {
        if (Credential.ReferenceIn(user) is null)
        {
            return;
        }

        var credential =
            await scope.GetRequiredService<Credentials>().StillHoldsAsync(user, ct)
            ?? throw CodedErrors.Unauthenticated();
        scope.GetRequiredService<CurrentAccount>().SignIn(credential);
        if (items.GetValueOrDefault(ConnectionSignIn.CoopItem) is not string slug)
        {
            return;
        }

        await scope.GetRequiredService<CoopEntrance>().EnterAsync(slug, ct);
        if (scope.GetRequiredService<CurrentMember>().Access is CoopAccess.NotFound)
        {
            throw CodedErrors.CoopNotFound();
        }
    }
}
