import type { Language } from '../../../graphql/members';

/** The languages in which the co-op can write to a member. */
export const languages: readonly Language[] = ['EN', 'DE', 'FR', 'ES'];
