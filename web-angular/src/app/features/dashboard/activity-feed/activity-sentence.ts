import type { Translate } from '../../../core/i18n/texts';

interface Happening {
  readonly kind: string;
  readonly subjectName: string | null;
  readonly payload?: unknown;
}

/** An event of the log as a resident would say it. A kind that is newer than this app still makes a sentence. */
export function activitySentence({ kind, subjectName, payload }: Happening, t: Translate): string {
  const subject = subjectName ?? nameIn(payload) ?? t('dashboard.activity.someone');
  const sentence = `dashboard.activity.kind.${kind}`;
  return t(t.has(sentence) ? sentence : 'dashboard.activity.other', { subject });
}

/** What is gone is still called what it was called when it happened. */
function nameIn(payload: unknown): string | undefined {
  const { number, name, title, url } = (payload ?? {}) as Partial<Record<'number' | 'name' | 'title' | 'url', string>>;
  return number ?? name ?? title ?? url;
}
