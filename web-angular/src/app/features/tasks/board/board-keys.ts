export type Direction = 'up' | 'down' | 'left' | 'right';

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The id of the card a key was pressed on, and where the arrow points. */
export function arrowOnCard(
  event: KeyboardEvent,
): { readonly place: HTMLElement; readonly direction: Direction } | null {
  const direction = directions[event.key];
  const target = event.target as HTMLElement;
  if (!direction || event.ctrlKey || event.altKey || event.metaKey || target.closest('input, textarea, select')) {
    return null;
  }
  const place = target.closest<HTMLElement>('[data-task]');
  return place ? { place, direction } : null;
}

/** Puts the focus on the card beside this one: above, below, or in the next column or row that has any. */
export function focusBeside(place: HTMLElement, direction: Direction): void {
  const list = place.closest<HTMLElement>('[data-column]');
  const row = place.closest<HTMLElement>('[data-lane]');
  if (!list || !row) return;
  if (direction === 'left' || direction === 'right') {
    const cards = nextWithCards([...row.querySelectorAll('[data-column]')], list, direction === 'right');
    const height = [...list.children].indexOf(place);
    focusCard(cards[Math.min(height, cards.length - 1)]);
    return;
  }
  const down = direction === 'down';
  const beside = down ? place.nextElementSibling : place.previousElementSibling;
  if (beside) return focusCard(beside);
  // Over the edge of a row, into the same column of the next one.
  const board = row.closest('coop-board-page') ?? row;
  const cards = nextWithCards([...board.querySelectorAll(`[data-column=${list.dataset['column']}]`)], list, down);
  focusCard(cards[down ? 0 : cards.length - 1]);
}

/** The cards of the list after or before this one; an empty list is passed over. */
function nextWithCards(lists: readonly Element[], list: Element, onward: boolean): readonly Element[] {
  const at = lists.indexOf(list);
  const further = onward ? lists.slice(at + 1) : lists.slice(0, at).reverse();
  return further.map((other) => [...other.querySelectorAll('[data-task]')]).find(({ length }) => length > 0) ?? [];
}

export function focusCard(place: Element | null | undefined): void {
  place?.querySelector<HTMLElement>('a')?.focus();
}
