using Cooperator.Api.Database.Transactions;

namespace Cooperator.Api.Features.Units;

public static class UnitsFeature
{
    public static IServiceCollection AddUnits(this IServiceCollection services) =>
        services
            .AddConstraintRefusal("ix_buildings_coop_id_name", _ => new BuildingNameTakenException())
            .AddConstraintRefusal("ix_units_coop_id_building_id_number", _ => new UnitNumberTakenException())
            .AddConstraintRefusal("fk_units_coop_id_building_id", _ => new BuildingHasUnitsException())
            .AddConstraintRefusal("fk_occupancies_coop_id_unit_id", _ => new UnitHasHistoryException());
}
