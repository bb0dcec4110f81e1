using Cooperator.Api.Features.Members;

namespace Cooperator.Api.Tests.Features.Access;

/// <summary>One way to use a root field, and the least role that may. Null: whoever is signed in.</summary>
public sealed record Access(string Field, Role? Least, string Document);

/// <summary>Every root field of the schema. A new field is missing here until somebody says who may use it.</summary>
internal static class AccessTable
{
    private const string WholeMember =
        "id givenName familyName displayName sortName language status joinedOn leftOn hasAccount isMe roles periods { id joinedOn leftOn reason } "
        + "roleAssignments { id role from until } contact { email phone } contactVisibility { email phone } "
        + "household { id } unit { id } occupancies { id } invitation { id }";

    private const string WholeUnit =
        "id number floor type sizeSquareMetres rooms shares vacant building { id name address units { id } } "
        + "occupancies { id from until capacity primary recordedAt recordedBy { id } unit { id } household { id } member { id } } "
        + "currentOccupancy { id } residents { id }";

    private const string WholeHousehold =
        "id name members { id from until member { id } } unit { id } occupancies { id }";

    public static IReadOnlyList<Access> Queries { get; } =
    [
        new("me", null, "{ me { account { id email } memberships { memberId } } }"),
        new(
            "coop",
            Role.Observer,
            "{ coop { id slug name timeZone currency locale legalForm memberCount unitCount vacantUnitCount householdCount } }"
        ),
        new("members", Role.Observer, $"{{ members {{ totalCount nodes {{ {WholeMember} }} }} }}"),
        new("member", Role.Observer, $"{{ member(id: \"<member>\") {{ {WholeMember} }} }}"),
        new("households", Role.Observer, $"{{ households {{ totalCount nodes {{ {WholeHousehold} }} }} }}"),
        new("household", Role.Observer, $"{{ household(id: \"<household>\") {{ {WholeHousehold} }} }}"),
        new("buildings", Role.Observer, "{ buildings { id name units { id } } }"),
        new("units", Role.Observer, $"{{ units {{ totalCount nodes {{ {WholeUnit} }} }} }}"),
        new("unit", Role.Observer, $"{{ unit(id: \"<unit>\") {{ {WholeUnit} }} }}"),
        new("occupancies", Role.Observer, "{ occupancies { totalCount nodes { id unit { id } household { id } } } }"),
        new("activity", Role.Observer, "{ activity { nodes { id kind subjectId subjectName payload actor { id } } } }"),
        new("node", Role.Observer, "{ node(id: \"<member>\") { id ... on Member { displayName } } }"),
        new(
            "nodes",
            Role.Observer,
            "{ nodes(ids: [\"<unit>\", \"<household>\", \"<building>\", \"<occupancy>\", \"<coop>\"]) { id } }"
        ),
        new("invitations", Role.Admin, "{ invitations { nodes { id email status } } }"),
        new("import", Role.Admin, "{ import(id: \"<import>\") { id } }"),
    ];

    public static IReadOnlyList<Access> Mutations { get; } =
    [
        Mutation("changeCoop", "name: \"Renamed\"", "coop { id }"),
        Mutation("addMember", "givenName: \"New\", familyName: \"Person\", joinedOn: \"2026-01-01\"", "member { id }"),
        Mutation("renameMember", "memberId: \"<member>\", givenName: \"X\", familyName: \"Y\"", "member { id }"),
        Mutation("changeContactDetails", "memberId: \"<member>\", phone: \"1\"", "member { id }"),
        Mutation("changeMemberLanguage", "memberId: \"<member>\", language: FR", "member { id }"),
        Mutation("endMembership", "memberId: \"<other>\", leftOn: \"2030-01-01\"", "member { id }"),
        Mutation("resumeMembership", "memberId: \"<other>\", joinedOn: \"2031-01-01\"", "member { id }"),
        Mutation("grantRole", "memberId: \"<member>\", role: MAINTAINER, from: \"2026-01-01\"", "member { id }"),
        Mutation("endRole", "roleAssignmentId: \"<role>\", until: \"2029-01-01\"", "member { id }"),
        Mutation("inviteMember", "memberId: \"<other>\", email: \"new@example.org\"", "invitation { id }"),
        Mutation("revokeInvitation", "invitationId: \"<invitation>\"", "invitation { id }"),
        Mutation("addBuilding", "name: \"New\"", "building { id }"),
        Mutation("changeBuilding", "buildingId: \"<building>\", name: \"Changed\"", "building { id }"),
        Mutation("addUnit", "buildingId: \"<building>\", number: \"99\", type: FLAT", "unit { id }"),
        Mutation("changeUnit", "unitId: \"<unit>\", floor: 9", "unit { id }"),
        Mutation("removeUnit", "unitId: \"<empty>\"", "unit { id }"),
        Mutation("formHousehold", "name: \"New\", memberIds: [\"<other>\"], from: \"2026-01-01\"", "household { id }"),
        Mutation("renameHousehold", "householdId: \"<household>\", name: \"Renamed\"", "household { id }"),
        Mutation(
            "joinHousehold",
            "householdId: \"<household>\", memberId: \"<other>\", from: \"2026-01-01\"",
            "household { id }"
        ),
        Mutation(
            "leaveHousehold",
            "householdId: \"<household>\", memberId: \"<member>\", until: \"2030-01-01\"",
            "household { id }"
        ),
        Mutation("moveIn", "unitId: \"<empty>\", memberId: \"<other>\", from: \"2026-01-01\"", "occupancy { id }"),
        Mutation("moveOut", "occupancyId: \"<occupancy>\", until: \"2030-01-01\"", "occupancy { id }"),
        Mutation("correctOccupancy", "occupancyId: \"<occupancy>\", from: \"2021-01-01\"", "occupancy { id }"),
        Mutation("applyImport", "importId: \"<import>\"", "import { id }"),
    ];

    /// <summary>For superusers, whatever role they have in a co-op; tested with the accounts.</summary>
    public static IReadOnlyList<string> SuperuserOnly { get; } = ["createCoop"];

    private static Access Mutation(string field, string input, string result) =>
        new(
            field,
            Role.Admin,
            $"mutation {{ {field}(input: {{ {input} }}) {{ {result} errors {{ __typename ... on Error {{ code }} }} }} }}"
        );
}
