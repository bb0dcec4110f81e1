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

/** Puts the focus on the card beside this one: above, below, or in the next column that has any. */
export function focusBeside(place: HTMLElement, direction: Direction): void {
  if (direction === 'up') focusCard(place.previousElementSibling);
  else if (direction === 'down') focusCard(place.nextElementSibling);
  else {
    const list = place.closest('[data-column]');
    const lists = [...(place.closest('[data-lane]')?.querySelectorAll('[data-column]') ?? [])];
    const at = lists.findIndex((other) => other === list);
    const onward = direction === 'right' ? lists.slice(at + 1) : lists.slice(0, at).reverse();
    const next = onward.find((other) => other.querySelector('[data-task]'));
    const cards = next?.querySelectorAll('[data-task]') ?? [];
    const height = [...(list?.children ?? [])].indexOf(place);
    focusCard(cards[Math.min(height, cards.length - 1)]);
  }
}

export function focusCard(place: Element | null | undefined): void {
  place?.querySelector<HTMLElement>('a')?.focus();
}
