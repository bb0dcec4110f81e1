import type { Translate } from '../../../core/i18n/texts';

interface Happening {
  readonly kind: string;
  readonly subjectName: string | null;
}

const worded = new Set([
  'building.added',
  'building.changed',
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
  'unit.added',
  'unit.changed',
  'unit.moved_in',
  'unit.moved_out',
  'unit.occupancy_corrected',
  'unit.removed',
]);

/** An event of the log as a resident would say it. A kind that is newer than this app still makes a sentence. */
export function activitySentence({ kind, subjectName }: Happening, t: Translate): string {
  const subject = subjectName ?? t('dashboard.activity.someone');
  return t(worded.has(kind) ? `dashboard.activity.kind.${kind}` : 'dashboard.activity.other', { subject });
}
