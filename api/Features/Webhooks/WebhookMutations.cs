using System.Text.RegularExpressions;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Webhooks;

[MutationType]
[Authorize(Policy = Policies.Admin)]
public static partial class WebhookMutations
{
    private const int Most = 20;
    private const int MostKinds = 100;

    /// <summary>Adds a webhook and gives its secret, which is not shown again.</summary>
    /// <param name="url">Where to send to; encrypted (https).</param>
    /// <param name="kinds">The events it is told of, such as <c>member.joined</c>; none means all of them.</param>
    [Error<InvalidInputException>]
    [Error<WebhookInsideException>]
    [Error<TooManyWebhooksException>]
    public static async Task<WebhookSecret> AddWebhookAsync(
        string url,
        IReadOnlyList<string> kinds,
        CooperatorDbContext db,
        WebhookSettings settings,
        WebhookSecrets secrets,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        if (await db.Webhooks.CountAsync(ct) >= Most)
        {
            throw new TooManyWebhooksException(Most);
        }

        var (secret, kept) = secrets.Create();
        var webhook = new Webhook(WebhookUrl.Check(url, settings), Checked(kinds), kept, calendar.Now);
        db.Webhooks.Add(webhook);
        return new WebhookSecret(webhook, secret);
    }

    [Error<WebhookNotFoundException>]
    [Error<InvalidInputException>]
    [Error<WebhookInsideException>]
    public static async Task<Webhook> ChangeWebhookAsync(
        [ID<Webhook>] Guid webhookId,
        string url,
        IReadOnlyList<string> kinds,
        CooperatorDbContext db,
        WebhookSettings settings,
        CancellationToken ct
    )
    {
        var webhook = await FindAsync(db, webhookId, ct);
        webhook.Change(WebhookUrl.Check(url, settings), Checked(kinds));
        return webhook;
    }

    /// <summary>Makes a new secret. For a day what is sent is signed with the old one too.</summary>
    [Error<WebhookNotFoundException>]
    public static async Task<WebhookSecret> RotateWebhookSecretAsync(
        [ID<Webhook>] Guid webhookId,
        CooperatorDbContext db,
        WebhookSecrets secrets,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var webhook = await FindAsync(db, webhookId, ct);
        var (secret, kept) = secrets.Create();
        webhook.Rotate(kept, calendar.Now);
        return new WebhookSecret(webhook, secret);
    }

    [Error<WebhookNotFoundException>]
    public static async Task<Webhook> EnableWebhookAsync(
        [ID<Webhook>] Guid webhookId,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var webhook = await FindAsync(db, webhookId, ct);
        webhook.Enable();
        return webhook;
    }

    [Error<WebhookNotFoundException>]
    public static async Task<Webhook> DisableWebhookAsync(
        [ID<Webhook>] Guid webhookId,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var webhook = await FindAsync(db, webhookId, ct);
        webhook.Disable("Switched off by the board.");
        return webhook;
    }

    /// <summary>Removes a webhook with the record of what was sent to it.</summary>
    [Error<WebhookNotFoundException>]
    public static async Task<Webhook> RemoveWebhookAsync(
        [ID<Webhook>] Guid webhookId,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var webhook = await FindAsync(db, webhookId, ct);
        webhook.Remove();
        db.Webhooks.Remove(webhook);
        return webhook;
    }

    /// <summary>Sends a message that tells of nothing; what comes of it is in the deliveries.</summary>
    [Error<WebhookNotFoundException>]
    [Error<WebhookDisabledException>]
    public static async Task<Delivery> TestWebhookAsync(
        [ID<Webhook>] Guid webhookId,
        CooperatorDbContext db,
        DeliverySignal signal,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var webhook = await FindAsync(db, webhookId, ct);
        if (!webhook.Enabled)
        {
            throw new WebhookDisabledException();
        }

        var body = WebhookBody.OfTest(db.Coop.Slug!, calendar.Now);
        var test = Delivery.ToWebhook(webhook.Id, eventId: null, WebhookBody.TestKind, body, calendar.Now);
        db.Deliveries.Add(test);
        signal.WakeSoon();
        return test;
    }

    private static async Task<Webhook> FindAsync(CooperatorDbContext db, Guid id, CancellationToken ct) =>
        await db.Webhooks.SingleOrDefaultAsync(w => w.Id == id, ct) ?? throw new WebhookNotFoundException();

    private static IReadOnlyList<string> Checked(IReadOnlyList<string> kinds)
    {
        if (kinds.Count > MostKinds)
        {
            throw new InvalidInputException(new InputFault(InputFaultCode.TooMany, Max: MostKinds), "kinds");
        }

        return kinds.All(k => EventKind().IsMatch(k))
            ? [.. kinds.Distinct(StringComparer.Ordinal)]
            : throw new InvalidInputException(InputFaultCode.NotFound, "kinds");
    }

    [GeneratedRegex("^[a-z_]{1,30}[.][a-z_]{1,29}$", RegexOptions.NonBacktracking)]
    private static partial Regex EventKind();
}
