import { Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { Building2, type IconNode, Moon, Search, User, UserRound } from 'lucide';

import { ActiveCoop } from '../../core/auth/active-coop';
import { query } from '../../core/graphql/query';
import { injectTexts } from '../../core/i18n/texts';
import { Theme, themes } from '../../core/theme';
import { PaletteSearchDocument } from '../../graphql/shell';
import { FailureBanner } from '../../ui/failure-banner';
import { Icon } from '../../ui/icon';
import { navigation } from '../navigation';

interface Command {
  readonly label: string;
  readonly detail?: string;
  readonly icon: IconNode;
  run(): void;
}

/** Type, choose with the arrows, Enter. Pages and actions at once; people and homes from two letters on. */
@Component({
  selector: 'coop-palette-dialog',
  imports: [FailureBanner, Icon],
  templateUrl: './palette-dialog.html',
  styleUrl: './palette-dialog.css',
})
export class PaletteDialog {
  protected readonly icons = { Search };
  protected readonly t = injectTexts();
  readonly #dialog = inject(MatDialogRef);
  readonly #router = inject(Router);
  readonly #activeCoop = inject(ActiveCoop);
  readonly #theme = inject(Theme);

  protected readonly typed = signal('');
  readonly #wanted = computed(() => this.typed().trim());
  readonly #asked = signal('');
  protected readonly found = query(
    PaletteSearchDocument,
    () => (this.#mayAsk(this.#asked()) ? { search: this.#asked() } : null),
    { keepsEarlier: false },
  );
  /** Whether what was found answers what is typed now, and not what was typed before. */
  readonly #answered = computed(() => this.#mayAsk(this.#wanted()) && this.#asked() === this.#wanted());
  protected readonly failure = computed(() => (this.#answered() ? this.found.failure() : undefined));
  protected readonly searching = computed(
    () => this.#mayAsk(this.#wanted()) && (!this.#answered() || this.found.waiting()),
  );

  protected readonly commands = computed(() => {
    const wanted = this.#wanted().toLocaleLowerCase();
    const own = this.#ownCommands().filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
    return [...own, ...(this.#answered() ? this.#foundCommands() : [])];
  });
  protected readonly status = computed(() => {
    if (this.searching()) return this.t('ui.loading');
    return this.commands().length || this.failure() ? '' : this.t('shell.palette.none');
  });
  protected readonly active = linkedSignal({ source: this.typed, computation: () => 0 });

  constructor() {
    // Ask once the typing rests.
    effect((onCleanup) => {
      const typed = this.#wanted();
      const timer = setTimeout(() => this.#asked.set(typed), 200);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected move(event: KeyboardEvent): void {
    const count = this.commands().length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count) {
      event.preventDefault();
      this.active.update((index) => (index + step + count) % count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.choose(this.commands()[this.active()]);
    }
  }

  protected choose(command: Command | undefined): void {
    if (!command) return;
    this.#dialog.close();
    command.run();
  }

  readonly #ownCommands = computed((): readonly Command[] => [
    ...(this.#activeCoop.membership() ? navigation : [])
      .filter(({ role }) => !role || this.#activeCoop.may(role))
      .map(({ path, label, icon }) => ({
        label: this.t(label),
        icon,
        run: () => this.#go(path ? this.#activeCoop.link(path) : this.#activeCoop.link()),
      })),
    { label: this.t('shell.account.settings'), icon: UserRound, run: () => this.#go(['/account']) },
    ...themes.map((theme) => ({
      label: `${this.t('shell.theme.label')}: ${this.t(`shell.theme.${theme}`)}`,
      icon: Moon,
      run: () => this.#theme.choose(theme),
    })),
  ]);

  #mayAsk(search: string): boolean {
    return search.length > 1 && this.#activeCoop.membership() !== null;
  }

  #foundCommands(): readonly Command[] {
    const found = this.found.data();
    return [
      ...(found?.members?.nodes ?? []).map(({ id, displayName, unit }) => ({
        label: displayName,
        detail: unit ? this.t('shell.palette.unit', { number: unit.number }) : '',
        icon: User,
        run: () => this.#go(this.#activeCoop.link('members', id)),
      })),
      ...(found?.units?.nodes ?? []).map(({ id, number, building }) => ({
        label: this.t('shell.palette.unit', { number }),
        detail: building.name,
        icon: Building2,
        run: () => this.#go(this.#activeCoop.link('units', id)),
      })),
    ];
  }

  #go(link: readonly string[]): void {
    void this.#router.navigate([...link]);
  }
}
