using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Duties;

/// <summary>What a duty is: what its tasks say, and when they are due.</summary>
public sealed record DutyDescription(
    string Title,
    string? Description,
    string Rule,
    DateOnly FirstOn,
    decimal? EstimateHours,
    int LeadDays
)
{
    // A task may be handed out a quarter of a year ahead; longer, and holidays are not planned yet.
    private const int MostLeadDays = 100;

    internal DutyDescription Checked()
    {
        var check = new InputCheck();
        var task = check.Take(() => new TaskDescription(Title, Description, FirstOn, EstimateHours).Checked());
        var rule = check.Take(() =>
        {
            DutyRule.Parse(Rule);
            return InvalidInputException.Text(Rule, "rule", 300);
        });
        var first = check.Take(() => DaySpan.Check(FirstOn, "firstOn"));
        check.Require(
            LeadDays is >= 1 and <= MostLeadDays,
            new InputFault(InputFaultCode.OutOfRange, 1, MostLeadDays),
            "leadDays"
        );
        check.Demand();
        return new(task.Title, task.Description, rule, first, task.EstimateHours, LeadDays);
    }
}
