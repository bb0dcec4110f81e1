import { Component, input, model, viewChild } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { MatIconButton } from '@angular/material/button';
import { X } from 'lucide';

import { injectTexts } from '../../../core/i18n/texts';
import { Icon } from '../../../ui/icon';
import type { Choice } from '../../../ui/search-choice';
import { AddMember } from '../form/add-member';

/** Some members, found one after the other by part of their names. */
@Component({
  selector: 'coop-members-field',
  imports: [AddMember, Icon, MatIconButton],
  template: `
    @if (value().length) {
      <ul class="entries" [attr.aria-label]="t('hours.record.members')">
        @for (member of value(); track member.id) {
          <li>
            <span class="about">{{ member.name }}</span>
            <button
              matIconButton
              type="button"
              [attr.aria-label]="t('hours.record.remove', { name: member.name })"
              (click)="remove(member)"
            >
              <svg [coopIcon]="icons.X" size="18"></svg>
            </button>
          </li>
        }
      </ul>
    }
    <coop-add-member
      [label]="value().length ? t('hours.record.another') : t('hours.record.member')"
      [without]="value()"
      [errors]="errors()"
      [(touched)]="touched"
      (added)="add($event)"
    />
  `,
  styleUrl: '../../../ui/section.css',
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    .entries > li {
      min-height: 48px;
      padding: 0;
    }
  `,
})
export class MembersField implements FormValueControl<readonly Choice[]> {
  protected readonly icons = { X };
  protected readonly t = injectTexts();
  readonly value = model<readonly Choice[]>([]);
  readonly touched = model(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  private readonly adding = viewChild.required(AddMember);

  focus(options?: FocusOptions): void {
    this.adding().focus(options);
  }

  protected add(member: Choice): void {
    this.value.update((members) => [...members, member]);
  }

  protected remove(member: Choice): void {
    this.value.update((members) => members.filter((other) => other !== member));
  }
}
