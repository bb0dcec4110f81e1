using Cooperator.Api.Features.Members;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Duties;

/// <summary>A day of a duty that is not handed out yet, and whose turn it will be as far as is known today.</summary>
public sealed record DutyTurn(DateOnly DueOn, [property: GraphQLIgnore] Guid? MemberId)
{
    /// <summary>No preview looks further.</summary>
    internal const int YearsAhead = 5;
}

[ObjectType<DutyTurn>]
public static class DutyTurnType
{
    /// <summary>Null when nobody can: the task will be open to whoever likes to take it.</summary>
    public static async Task<Member?> GetMemberAsync(
        [Parent] DutyTurn turn,
        MembersById members,
        CancellationToken ct
    ) => turn.MemberId is { } id ? await members.LoadAsync(id, ct) : null;
}
