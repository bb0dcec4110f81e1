using Cooperator.Api.Database;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Units;

public sealed class Building : TenantEntity
{
    private Building() { }

    public Building(string name, string? address)
    {
        Describe(name, address);
        Raise("building.added", new { Name });
    }

    public string Name { get; private set; } = "";

    public string? Address { get; private set; }

    public void Change(string name, string? address)
    {
        Describe(name, address);
        Raise("building.changed", new { Name });
    }

    /// <summary>A building stays for as long as it has units.</summary>
    public void Remove(bool hasUnits)
    {
        if (hasUnits)
        {
            throw new BuildingHasUnitsException();
        }

        Raise("building.removed", new { Name });
    }

    private void Describe(string name, string? address)
    {
        var check = new InputCheck();
        Name = check.Take(() => InvalidInputException.Text(name, "name", 100));
        Address = check.Take(() => InvalidInputException.OptionalText(address, "address", 300));
        check.Demand();
    }
}
