import { Building2, FileSpreadsheet, House, type IconNode, Settings, SquareKanban, Users, UsersRound } from 'lucide';

import type { CoopRole } from '../core/auth/session';

export interface NavigationEntry {
  /** Below `/c/<coop>/`; the dashboard is the empty path. */
  readonly path: string;
  /** The key of its word. */
  readonly label: string;
  readonly icon: IconNode;
  /** Shown only to those who may act in this role. */
  readonly role?: CoopRole;
}

/** Every room of a co-op, in the order of the rail. The first ones stand in a phone's bottom bar. */
export const navigation: readonly NavigationEntry[] = [
  { path: '', label: 'shell.nav.dashboard', icon: House },
  { path: 'tasks', label: 'shell.nav.tasks', icon: SquareKanban },
  { path: 'members', label: 'shell.nav.members', icon: Users },
  { path: 'units', label: 'shell.nav.units', icon: Building2 },
  { path: 'households', label: 'shell.nav.households', icon: UsersRound },
  { path: 'import', label: 'shell.nav.import', icon: FileSpreadsheet, role: 'ADMIN' },
  { path: 'settings', label: 'shell.nav.settings', icon: Settings, role: 'ADMIN' },
];
