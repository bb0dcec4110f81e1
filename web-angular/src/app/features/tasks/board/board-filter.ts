import type { BoardQueryVariables } from '../../../graphql/tasks';

/** The filters as they stand in the address. */
export interface AddressedFilter {
  readonly search: string | undefined;
  readonly label: string | undefined;
  /** `mine`, `nobody`, or the id of a member. */
  readonly who: string | undefined;
  readonly overdue: string | undefined;
}

/** The filter as the API takes it; null when everything is shown. */
export function filterOf({
  search,
  label,
  who,
  overdue,
}: AddressedFilter): (BoardQueryVariables['filter'] & object) | null {
  const filter = {
    ...(search ? { search } : {}),
    ...(label ? { labelId: label } : {}),
    ...(who === 'mine' ? { mine: true } : who === 'nobody' ? { unassigned: true } : who ? { assigneeId: who } : {}),
    ...(overdue === 'true' ? { overdue: true } : {}),
  };
  return Object.keys(filter).length > 0 ? filter : null;
}
