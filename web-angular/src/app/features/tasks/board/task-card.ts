import { Component, computed, inject, input } from '@angular/core';
import { type MatMenu, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { EllipsisVertical, ListChecks, MessageSquare } from 'lucide';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { Avatar } from '../../../ui/avatar';
import { Icon } from '../../../ui/icon';
import { Due } from '../due';
import { TaskLabel } from '../task-label';
import type { Card } from './arrangement';

/** One task on the board: what, by when, how far, and who. */
@Component({
  selector: 'coop-task-card',
  imports: [Avatar, Due, Icon, MatMenuTrigger, RouterLink, TaskLabel],
  template: `
    <div class="top">
      <a draggable="false" [routerLink]="coop.link('tasks', card().id)">{{ card().title }}</a>
      @if (menu(); as menu) {
        <button
          type="button"
          [attr.aria-label]="t('tasks.card.actions', { title: card().title })"
          [matMenuTriggerFor]="menu"
          [matMenuTriggerData]="{ card: card() }"
        >
          <svg [coopIcon]="icons.EllipsisVertical" size="18"></svg>
        </button>
      }
    </div>
    @if (card().labels.length) {
      <div class="facts">
        @for (label of card().labels; track label.id) {
          <coop-task-label [label]="label" />
        }
      </div>
    }
    @if (card().dueOn || card().checklistProgress || card().commentCount || card().assignees.length) {
      <div class="facts">
        @if (card().dueOn; as day) {
          <coop-due [on]="day" [overdue]="card().overdue" [done]="card().column === 'DONE'" />
        }
        @if (card().checklistProgress; as progress) {
          <span class="progress">
            <svg [coopIcon]="icons.ListChecks" size="15"></svg>
            <span aria-hidden="true">{{ progress.done }}/{{ progress.total }}</span>
            <span class="visually-hidden">
              {{ t('tasks.card.steps', { done: progress.done, total: progress.total }) }}
            </span>
          </span>
        }
        @if (card().commentCount; as count) {
          <span class="progress">
            <svg [coopIcon]="icons.MessageSquare" size="15"></svg>
            <span aria-hidden="true">{{ count }}</span>
            <span class="visually-hidden">{{ t.plural('tasks.card.comments', count) }}</span>
          </span>
        }
        @if (card().assignees.length) {
          <span class="people">
            @for (person of card().assignees; track person.id) {
              <coop-avatar [name]="person.displayName" [size]="26" [title]="person.displayName" />
            }
            <span class="visually-hidden">{{ names() }}</span>
          </span>
        }
      </div>
    }
  `,
  styleUrl: './task-card.css',
})
export class TaskCard {
  protected readonly icons = { EllipsisVertical, ListChecks, MessageSquare };
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  readonly #formats = inject(Formats);
  readonly card = input.required<Card>();
  /** What can be done with it; nothing for who only looks on. */
  readonly menu = input<MatMenu | null>(null);

  protected readonly names = computed(() =>
    this.t('tasks.card.people', {
      names: this.#formats.list(this.card().assignees.map((person) => person.displayName)),
    }),
  );
}
