using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Imports;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Identity;

namespace Cooperator.Api.Features.Activities;

/// <summary>A kind of thing that events are about.</summary>
/// <param name="EventType">What the event log calls it.</param>
/// <param name="NodeType">What it is called where it can be fetched by its id; null when it can not be.</param>
/// <param name="Public">Whether all members may know what happens to it; of the rest only the board knows.</param>
internal sealed record ActivitySubject(string EventType, string? NodeType, bool Public)
{
    public static readonly ActivitySubject[] All =
    [
        new("member", nameof(Member), Public: true),
        new("unit", nameof(Unit), Public: true),
        new("household", nameof(Household), Public: true),
        new("building", nameof(Building), Public: true),
        new("coop", nameof(Coop), Public: true),
        new("task", "Task", Public: true),
        new("duty", "Duty", Public: true),
        new("duty_swap", null, Public: true),
        new("invitation", nameof(Invitation), Public: false),
        new("import", nameof(Import), Public: false),
    ];
}
