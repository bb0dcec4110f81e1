using Cooperator.Api.Features.Coops;
using Cooperator.Api.Identity;

namespace Cooperator.Api.Features.Notifications;

/// <summary>
/// Takes the one click of mail programs and the button of the page behind the link. Only a POST ends anything: links in
/// letters are opened by virus scanners too.
/// </summary>
internal static class UnsubscribeEndpoint
{
    public static void MapUnsubscribe(this WebApplication app) =>
        app.MapPost(UnsubscribeLinks.Path, UnsubscribeAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> UnsubscribeAsync(
        string? token,
        UnsubscribeLinks links,
        NotificationRules rules,
        CoopScopes coops,
        CancellationToken ct
    )
    {
        if (links.Read(token) is not { } wish)
        {
            return Problems.Of(400, "UNSUBSCRIBE_TOKEN_INVALID", "This link is not valid.");
        }

        await coops.WriteAsync(
            wish.CoopId,
            async (services, token) =>
            {
                var choices = services.GetRequiredService<NotificationChoices>();
                foreach (var rule in rules.All.Where(r => r.CanBeMuted && (wish.Kind is null || r.Kind == wish.Kind)))
                {
                    await choices.ChooseAsync(wish.MemberId, rule, NotificationChannel.Email, enabled: false, token);
                }

                return true;
            },
            ct
        );
        return Results.NoContent();
    }
}
