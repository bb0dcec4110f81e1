using Cooperator.Api.Platform;

namespace Cooperator.Api.Features.Occupancies;

/// <summary>How and when a unit is occupied. Of primary occupancies of a unit no two overlap.</summary>
public sealed record OccupancyTerms(OccupancyCapacity Capacity, bool Primary, DaySpan Days);
