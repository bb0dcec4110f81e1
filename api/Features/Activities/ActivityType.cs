using System.Text.Json;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Features.Units;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Activities;

/// <summary>Something that happened in the co-op.</summary>
[GraphQLName("Activity")]
[ObjectType<EventLogEntry>(nameof(EventLogEntry.At), nameof(EventLogEntry.Kind), nameof(EventLogEntry.SubjectType))]
public static class ActivityType
{
    [ID("Activity")]
    public static long GetId([Parent] EventLogEntry happened) => happened.Id;

    /// <summary>Who did it; null for the house itself.</summary>
    public static async Task<Member?> GetActorAsync(
        [Parent] EventLogEntry happened,
        MembersById members,
        CancellationToken ct
    ) => happened.ActorMemberId is { } id ? await members.LoadAsync(id, ct) : null;

    /// <summary>The id by which the subject can be fetched; null when it can not.</summary>
    [ID]
    public static string? GetSubjectId([Parent] EventLogEntry happened) =>
        ActivitySubjects.TypeNameOf(happened.SubjectType) is { } type ? NodeIds.Format(type, happened.SubjectId) : null;

    /// <summary>What the subject is called today.</summary>
    public static async Task<string?> GetSubjectNameAsync(
        [Parent] EventLogEntry happened,
        MembersById members,
        UnitsById units,
        HouseholdsById households,
        BuildingsById buildings,
        TasksById tasks,
        DutiesById duties,
        CancellationToken ct
    ) =>
        happened.SubjectType switch
        {
            "member" => (await members.LoadAsync(happened.SubjectId, ct))?.DisplayName,
            "unit" => (await units.LoadAsync(happened.SubjectId, ct))?.Number,
            "household" => (await households.LoadAsync(happened.SubjectId, ct))?.Name,
            "building" => (await buildings.LoadAsync(happened.SubjectId, ct))?.Name,
            "duty" => (await duties.LoadAsync(happened.SubjectId, ct))?.Title,
            "task" => (await tasks.LoadAsync(happened.SubjectId, ct))?.Title,
            _ => null,
        };

    /// <summary>The facts, as the event's kind has them.</summary>
    public static JsonElement GetPayload([Parent] EventLogEntry happened) => JsonElement.Parse(happened.Payload);
}
