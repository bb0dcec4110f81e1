using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.Api.Features.Imports;

[MutationType]
public static class ImportMutations
{
    /// <summary>Takes the whole list over, or nothing of it.</summary>
    [Authorize(Policy = Policies.Admin)]
    [Error<ImportNotFoundException>]
    [Error<ImportAlreadyAppliedException>]
    [Error<ImportHasFaultsException>]
    [Error<ImportOutdatedException>]
    public static Task<Import> ApplyImportAsync(
        [ID<Import>] Guid importId,
        [Service] ImportWork work,
        CurrentMember me,
        ITopicEventSender topics,
        CancellationToken ct
    ) =>
        work.ApplyAsync(
            importId,
            percent =>
                topics.SendAsync(ImportProgress.Topic(me.CoopId, importId), new ImportProgress(importId, percent), ct),
            ct
        );
}
