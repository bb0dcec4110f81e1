import {
  LucideBuilding2,
  LucideFileSpreadsheet,
  LucideHouse,
  type LucideIcon,
  LucideSettings,
  LucideSquareKanban,
  LucideUsers,
  LucideUsersRound,
} from '@lucide/angular';

import type { CoopRole } from '../core/auth/session';

export interface NavigationEntry {
  /** Below `/c/<coop>/`; the dashboard is the empty path. */
  readonly path: string;
  /** The key of its word. */
  readonly label: string;
  readonly icon: LucideIcon;
  /** Shown only to those who may act in this role. */
  readonly role?: CoopRole;
}

/** Every room of a co-op, in the order of the rail. The first five stand in a phone's bottom bar. */
export const navigation: readonly NavigationEntry[] = [
  { path: '', label: 'shell.nav.dashboard', icon: LucideHouse },
  { path: 'tasks', label: 'shell.nav.tasks', icon: LucideSquareKanban },
  { path: 'members', label: 'shell.nav.members', icon: LucideUsers },
  { path: 'units', label: 'shell.nav.units', icon: LucideBuilding2 },
  { path: 'households', label: 'shell.nav.households', icon: LucideUsersRound },
  { path: 'import', label: 'shell.nav.import', icon: LucideFileSpreadsheet, role: 'ADMIN' },
  { path: 'settings', label: 'shell.nav.settings', icon: LucideSettings, role: 'ADMIN' },
];
