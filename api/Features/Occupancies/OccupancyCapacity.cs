namespace Cooperator.Api.Features.Occupancies;

/// <summary>As what somebody lives in or holds a unit.</summary>
public enum OccupancyCapacity
{
    Owner,
    Tenant,
    Subtenant,
    Guest,
}
