const made = new Map<string, unknown>();

/** A formatter of `Intl`, made once: making one takes far longer than using it. */
export function formatter<T, TOptions>(
  type: new (locale: string, options: TOptions) => T,
  locale: string,
  options: NoInfer<TOptions> = {} as TOptions,
): T {
  const key = `${type.name} ${locale} ${JSON.stringify(options)}`;
  const known = (made.get(key) as T | undefined) ?? new type(locale, options);
  made.set(key, known);
  return known;
}
