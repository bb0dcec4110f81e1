import type { Translate } from '../../../core/i18n/texts';

interface Happening {
  readonly kind: string;
  readonly subjectName: string | null;
  readonly payload?: unknown;
}

const worded = new Set([
  'building.added',
  'building.changed',
  'building.removed',
  'coop.changed',
  'household.formed',
  'household.joined',
  'household.left',
  'household.renamed',
  'import.applied',
  'invitation.accepted',
  'invitation.revoked',
  'invitation.sent',
  'member.account_connected',
  'member.contact_changed',
  'member.joined',
  'member.language_changed',
  'member.left',
  'member.renamed',
  'member.resumed',
  'member.role_ended',
  'member.role_granted',
  'member.work_left',
  'unit.added',
  'unit.changed',
  'unit.move_in_withdrawn',
  'unit.moved_in',
  'unit.moved_out',
  'unit.occupancy_corrected',
  'unit.removed',
]);

/** An event of the log as a resident would say it. A kind that is newer than this app still makes a sentence. */
export function activitySentence({ kind, subjectName, payload }: Happening, t: Translate): string {
  const subject = subjectName ?? nameIn(payload) ?? t('dashboard.activity.someone');
  return t(worded.has(kind) ? `dashboard.activity.kind.${kind}` : 'dashboard.activity.other', { subject });
}

/** What is gone is still called what it was called when it happened. */
function nameIn(payload: unknown): string | undefined {
  const { name, number } = (payload ?? {}) as { name?: string; number?: string };
  return number ?? name;
}
