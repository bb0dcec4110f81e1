using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.Api.Features.Imports;

[SubscriptionType]
public static class ImportSubscriptions
{
    /// <summary>Tells each percent of an import while it is applied.</summary>
    [Authorize(Policy = Policies.Admin)]
    [Subscribe(With = nameof(SubscribeToImportProgress))]
    public static ImportProgress OnImportProgress([ID<Import>] Guid importId, [EventMessage] ImportProgress progress) =>
        progress;

    public static ValueTask<ISourceStream<ImportProgress>> SubscribeToImportProgress(
        [ID<Import>] Guid importId,
        CurrentMember me,
        ITopicEventReceiver topics,
        CancellationToken ct
    ) => topics.SubscribeAsync<ImportProgress>(ImportProgress.Topic(me.CoopId, importId), ct);
}
