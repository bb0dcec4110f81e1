using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Tasks;

/// <summary>What is to be done, by when, and how long it may take.</summary>
public sealed record TaskDescription(string Title, string? Description, DateOnly? DueOn, decimal? EstimateHours)
{
    internal const int LongestTitle = 200;
    internal const int LongestDescription = 20_000;
    internal const decimal LeastHours = 0.01m;
    internal const decimal MostHours = 1000;

    internal TaskDescription Checked()
    {
        var check = new InputCheck();
        var title = check.Take(() => InvalidInputException.Text(Title, "title", LongestTitle));
        var description = check.Take(() => BodyOfText.Optional(Description, "description", LongestDescription));
        var dueOn = check.Take(() => DueOn is { } day ? DaySpan.Check(day, "dueOn") : (DateOnly?)null);
        check.Require(
            EstimateHours is null or (>= LeastHours and <= MostHours),
            new InputFault(InputFaultCode.OutOfRange, LeastHours, MostHours),
            "estimateHours"
        );
        check.Demand();
        return new TaskDescription(
            title,
            description,
            dueOn,
            EstimateHours is { } hours ? decimal.Round(hours, 2) : null
        );
    }
}
