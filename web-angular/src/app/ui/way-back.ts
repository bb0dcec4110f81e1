/** Where the focus goes when a dialog closes: what opened it, or the button of the menu it was chosen from, which is gone by then. */
export function wayBack(): HTMLElement | true {
  const menu = document.activeElement?.closest('[role=menu]');
  const button = menu?.id ? document.querySelector<HTMLElement>(`[aria-controls='${CSS.escape(menu.id)}']`) : null;
  return button ?? true;
}
