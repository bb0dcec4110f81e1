using System.Collections.Concurrent;
using Cooperator.GraphQL.Types;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>
/// What to give for each argument of the schema. A new argument needs a line here: the tests fail until it has one, so
/// that no field goes unproven because nobody remembered it.
/// </summary>
internal static class Recipes
{
    /// <summary>Arguments that are ids: of which type.</summary>
    private static readonly Dictionary<string, string> IdTypes = new(StringComparer.Ordinal)
    {
        ["memberId"] = "Member",
        ["memberIds"] = "Member",
        ["unitId"] = "Unit",
        ["buildingId"] = "Building",
        ["householdId"] = "Household",
        ["occupancyId"] = "Occupancy",
        ["invitationId"] = "Invitation",
        ["importId"] = "Import",
        ["roleAssignmentId"] = "RoleAssignment",
        ["subjectId"] = "Member",
        ["taskId"] = "Task",
        ["afterTaskId"] = "Task",
        ["beforeTaskId"] = "Task",
        ["labelId"] = "TaskLabel",
        ["itemId"] = "ChecklistItem",
        ["commentId"] = "Comment",
        ["AddCommentInput.subjectId"] = "Task",
        ["assigneeId"] = "Member",
        ["Query.task.id"] = "Task",
        ["notificationId"] = "Notification",
        ["deliveryId"] = "Delivery",
        ["deliveryIds"] = "Delivery",
        ["webhookId"] = "Webhook",
        ["Query.node.id"] = "Member",
        ["Query.nodes.ids"] = "Member",
        ["dutyId"] = "Duty",
        ["occurrenceId"] = "DutyOccurrence",
        ["inReturnId"] = "DutyOccurrence",
        ["swapId"] = "DutySwap",
        ["toMemberId"] = "Member",
        ["Query.duty.id"] = "Duty",
        ["periodId"] = "HoursPeriod",
        ["lineId"] = "HoursLine",
        ["exemptionId"] = "WorkExemption",
        ["Query.hoursPeriod.id"] = "HoursPeriod",
        ["Query.household.id"] = "Household",
        ["Query.import.id"] = "Import",
        ["Query.member.id"] = "Member",
        ["Query.unit.id"] = "Unit",
    };

    /// <summary>Other arguments: a literal; null leaves it out.</summary>
    private static readonly Dictionary<string, string?> Values = new(StringComparer.Ordinal)
    {
        // Of lists: the whole of it.
        ["first"] = "50",
        ["after"] = null,
        ["last"] = null,
        ["before"] = null,
        ["where"] = "{ not: { and: [] } }",
        ["order"] = "[]",
        ["search"] = "\"Zaunkoenig\"",
        ["Query.members.role"] = "RESIDENT",
        ["vacant"] = "false",
        ["asOf"] = "\"2024-05-04\"",
        ["knownAt"] = "\"2036-05-04T10:00:00Z\"",
        // Of people
        ["givenName"] = "\"Zoé\"",
        ["familyName"] = "\"Łuczak\"",
        ["email"] = "\"zoe@example.org\"",
        ["phone"] = "\"+49 30 1234\"",
        ["joinedOn"] = "\"2036-02-01\"",
        ["leftOn"] = "\"2036-03-01\"",
        ["reason"] = "\"moves\"",
        // Of homes
        ["name"] = "\"Neuer Name\"",
        ["address"] = "\"Lindenweg 9\"",
        ["number"] = "\"99\"",
        ["floor"] = "3",
        ["sizeSquareMetres"] = "50.5",
        ["rooms"] = "2",
        ["shares"] = "51",
        ["primary"] = "true",
        ["from"] = "\"2036-01-01\"",
        ["until"] = "\"2036-12-31\"",
        // Of duties
        ["rule"] = "\"FREQ=WEEKLY;BYDAY=SA\"",
        ["firstOn"] = "\"2035-05-04\"",
        ["leadDays"] = "14",
        ["note"] = "\"Bin verreist\"",
        ["ended"] = "false",
        ["count"] = "3",
        ["Query.dutyRoster.from"] = null,
        ["Query.dutyRoster.until"] = null,
        // Of notifications
        ["unreadOnly"] = "true",
        ["enabled"] = "true",
        ["SetQuietHoursInput.from"] = "22",
        ["SetQuietHoursInput.until"] = "7",
        ["hour"] = "7",
        ["Query.deliveries.channel"] = "WEBHOOK",
        ["Query.deliveries.state"] = "DEAD",
        // An address that is never called: it is for documents.
        ["url"] = "\"https://192.0.2.7/hook\"",
        ["kinds"] = "[\"member.joined\"]",
        // Of hours
        ["hours"] = "1.25",
        ["quotaHours"] = "30",
        ["owedPercent"] = "50",
        ["workedOn"] = "\"2036-02-03\"",
        ["Query.hoursLines.from"] = null,
        ["Query.hoursLines.until"] = null,
        // Of tasks
        ["title"] = "\"Neuer Titel\"",
        ["description"] = "\"Neuer Text\"",
        ["dueOn"] = "\"2035-05-04\"",
        ["dueFrom"] = "\"2035-01-01\"",
        ["dueUntil"] = "\"2035-12-31\"",
        ["overdue"] = "false",
        ["mine"] = null,
        ["unassigned"] = "false",
        ["estimateHours"] = "1.5",
        ["text"] = "\"Neuer Schritt\"",
        ["done"] = "true",
        ["position"] = "0",
        ["body"] = "\"Neuer Kommentar\"",
        ["wipLimit"] = "900",
        ["limit"] = "900",
        // Of co-ops
        ["timeZone"] = "\"Europe/Berlin\"",
        ["locale"] = "\"de\"",
        ["currency"] = "\"EUR\"",
        ["legalForm"] = "\"eG\"",
        ["slug"] = "\"new-house\"",
        ["adminGivenName"] = "\"Frida\"",
        ["adminFamilyName"] = "\"Erste\"",
        ["adminEmail"] = "\"frida@example.org\"",
    };

    /// <summary>Of these only one is given at a time.</summary>
    public static readonly string[][] Alternatives =
    [
        ["MoveInInput.householdId", "MoveInInput.memberId", "MoveInInput.newHousehold"],
    ];

    /// <summary>
    /// Ids that only say where something would best be: when there is no such thing, it goes elsewhere and is not refused.
    /// </summary>
    public static readonly string[] Hints = ["MoveTaskInput.afterTaskId", "MoveTaskInput.beforeTaskId"];

    public static readonly ConcurrentDictionary<string, bool> Missing = new(StringComparer.Ordinal);

    /// <param name="owner">The field or input type the argument belongs to.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="id">The id of a type to put at a place.</param>
    /// <param name="omitted">Places to leave out.</param>
    public static string? Literal(
        string owner,
        InputValueDefinition argument,
        Func<string, string, string> id,
        IReadOnlyCollection<string> omitted
    )
    {
        var place = $"{owner}.{argument.Name}";
        if (omitted.Contains(place))
        {
            return null;
        }

        if (Find(IdTypes, place, argument.Name, out var type))
        {
            var literal = $"\"{id(type, place)}\"";
            return argument.Type.Nullable is ListType ? $"[{literal}]" : literal;
        }

        if (Find(Values, place, argument.Name, out var value))
        {
            return value;
        }

        switch (argument.Type.Named)
        {
            case InputObjectType input:
                return $"{{ {Join(input.Name, input.Fields, id, omitted)} }}";
            case EnumType choices:
                return choices.Values[0].Name;
            default:
                Missing[place] = true;
                return null;
        }
    }

    public static string Join(
        string owner,
        IEnumerable<InputValueDefinition> arguments,
        Func<string, string, string> id,
        IReadOnlyCollection<string> omitted
    ) =>
        string.Join(
            ", ",
            from argument in arguments
            let literal = Literal(owner, argument, id, omitted)
            where literal is not null
            select $"{argument.Name}: {literal}"
        );

    private static bool Find<T>(Dictionary<string, T> recipes, string place, string name, out T found) =>
        recipes.TryGetValue(place, out found!) || recipes.TryGetValue(name, out found!);
}
