/** The last moment of a day where the person is, as the API writes instants. */
export function endOf(day: string): string {
  return new Date(`${day}T23:59:59.999`).toISOString();
}

/** Whether a text from an address is a day. */
export function isDay(text: string | undefined): text is string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(text ?? ''));
}

/** Today where the person is, as the API writes days: `2026-05-01`. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The day that comes so many days after another one, or before it when they are less than none. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
