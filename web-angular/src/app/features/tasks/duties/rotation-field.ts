import { Component, input, model, viewChild } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { MatIconButton } from '@angular/material/button';
import { ArrowDown, ArrowUp, X } from 'lucide';

import { injectTexts } from '../../../core/i18n/texts';
import { Icon } from '../../../ui/icon';
import type { Choice } from '../../../ui/search-choice';
import { AddMember } from '../form/add-member';

/** Whose turn comes after whose: members in an order, which buttons change. */
@Component({
  selector: 'coop-rotation-field',
  imports: [AddMember, Icon, MatIconButton],
  template: `
    <h3 id="rotation-label">{{ t('duties.rotation.label') }}</h3>
    @if (value().length) {
      <ol class="entries" aria-labelledby="rotation-label">
        @for (member of value(); track member.id; let i = $index, first = $first, last = $last) {
          <li>
            <span class="about">{{ i + 1 }}. {{ member.name }}</span>
            <button
              matIconButton
              type="button"
              [disabled]="first"
              [attr.aria-label]="t('duties.rotation.up', { name: member.name })"
              (click)="move(i, -1)"
            >
              <svg [coopIcon]="icons.ArrowUp" size="18"></svg>
            </button>
            <button
              matIconButton
              type="button"
              [disabled]="last"
              [attr.aria-label]="t('duties.rotation.down', { name: member.name })"
              (click)="move(i, 1)"
            >
              <svg [coopIcon]="icons.ArrowDown" size="18"></svg>
            </button>
            <button
              matIconButton
              type="button"
              [attr.aria-label]="t('duties.rotation.remove', { name: member.name })"
              (click)="remove(member)"
            >
              <svg [coopIcon]="icons.X" size="18"></svg>
            </button>
          </li>
        }
      </ol>
    } @else {
      <p class="muted">{{ t('duties.rotation.empty') }}</p>
    }
    <coop-add-member
      [label]="t('duties.rotation.add')"
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
      gap: 0;
      min-height: 48px;
      padding: 0;
    }
  `,
})
export class RotationField implements FormValueControl<readonly Choice[]> {
  protected readonly icons = { ArrowDown, ArrowUp, X };
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

  protected move(index: number, by: 1 | -1): void {
    const members = [...this.value()];
    const [member] = members.splice(index, 1);
    if (member) members.splice(index + by, 0, member);
    this.value.set(members);
  }
}
