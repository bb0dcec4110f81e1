import { Component, computed, inject, input } from '@angular/core';
import { Calendar, CalendarClock, TriangleAlert } from 'lucide';

import { today } from '../../core/days';
import { Formats } from '../../core/i18n/formats';
import { injectTexts } from '../../core/i18n/texts';
import { Icon } from '../../ui/icon';

const soon = 3 * 86_400_000;

/** By when a task is to be done; what is due soon or overdue differs by icon and word as well. */
@Component({
  selector: 'coop-due',
  imports: [Icon],
  host: { '[attr.data-state]': 'state()' },
  template: `
    @switch (state()) {
      @case ('overdue') {
        <svg [coopIcon]="icons.TriangleAlert" size="15"></svg>
        {{ t('tasks.due.overdue', { day: formats.shortDay(on()) }) }}
      }
      @case ('today') {
        <svg [coopIcon]="icons.CalendarClock" size="15"></svg>
        {{ t('tasks.due.today') }}
      }
      @case ('soon') {
        <svg [coopIcon]="icons.CalendarClock" size="15"></svg>
        {{ t('tasks.due.soon', { day: formats.shortDay(on()) }) }}
      }
      @default {
        <svg [coopIcon]="icons.Calendar" size="15"></svg>
        {{ t('tasks.due.on', { day: formats.shortDay(on()) }) }}
      }
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      font-size: var(--text-small);
      color: var(--muted);
    }
    :host([data-state='overdue']) {
      padding: 1px 8px;
      border-radius: var(--radius-small);
      font-weight: 550;
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
    }
    :host([data-state='today']),
    :host([data-state='soon']) {
      padding: 1px 8px;
      border-radius: var(--radius-small);
      font-weight: 550;
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
    }
  `,
})
export class Due {
  protected readonly icons = { Calendar, CalendarClock, TriangleAlert };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  readonly on = input.required<string>();
  readonly overdue = input(false);
  readonly done = input(false);

  protected readonly state = computed(() => {
    if (this.done()) return 'done';
    if (this.overdue()) return 'overdue';
    if (this.on() === today()) return 'today';
    return Date.parse(this.on()) - Date.parse(today()) <= soon ? 'soon' : 'later';
  });
}
