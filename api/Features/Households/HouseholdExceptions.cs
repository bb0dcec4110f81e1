using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Households;

public sealed class HouseholdNotFoundException() : RefusalException("There is no such household.");

public sealed class AlreadyInHouseholdException()
    : RefusalException("This member already lives in a household in that time.");

public sealed class HouseholdStillLivesHereException(string unitNumber)
    : RefusalException($"The household still lives in unit {unitNumber} after that day.")
{
    public string UnitNumber { get; } = unitNumber;
}

public sealed class HouseholdEmptyException(DateOnly on)
    : RefusalException($"Nobody lives in this household on {on:yyyy-MM-dd}.")
{
    /// <summary>The first such day.</summary>
    public DateOnly On { get; } = on;
}

public sealed class NotInHouseholdException()
    : RefusalException("This member does not live in this household on that day.");
