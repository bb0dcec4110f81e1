interface Building {
  readonly id: string;
  readonly name: string;
}

interface Group<TBuilding, TUnit> {
  readonly building: TBuilding;
  readonly units: readonly TUnit[];
}

/** The units below their buildings, in the order of the buildings' names; a building may still be empty. */
export function byBuilding<TBuilding extends Building, TUnit extends { readonly building: TBuilding }>(
  units: readonly TUnit[],
  buildings: readonly TBuilding[],
): readonly Group<TBuilding, TUnit>[] {
  const known = new Map([...buildings, ...units.map((unit) => unit.building)].map((one) => [one.id, one] as const));
  return [...known.values()]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((building) => ({ building, units: units.filter((unit) => unit.building.id === building.id) }));
}
