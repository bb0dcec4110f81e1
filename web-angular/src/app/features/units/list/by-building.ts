interface Building {
  readonly id: string;
  readonly name: string;
}

interface Group<TBuilding, TUnit> {
  readonly building: TBuilding;
  readonly units: readonly TUnit[];
}

/** The units below their buildings, in the order in which they come; a building may be empty. */
export function byBuilding<TBuilding extends Building, TUnit extends { readonly building: TBuilding }>(
  units: readonly TUnit[],
  buildings: readonly TBuilding[],
): Group<TBuilding, TUnit>[] {
  const groups = new Map<string, { readonly building: TBuilding; readonly units: TUnit[] }>();
  for (const unit of units) {
    const { building } = unit;
    const group = groups.get(building.id);
    if (group) group.units.push(unit);
    else groups.set(building.id, { building, units: [unit] });
  }
  const empty = buildings.filter(({ id }) => !groups.has(id)).map((building) => ({ building, units: [] }));
  return [...groups.values(), ...empty];
}

export function byName<TBuilding extends Building>(a: { building: TBuilding }, b: { building: TBuilding }): number {
  return a.building.name.localeCompare(b.building.name);
}
