import { Component, computed, input, model, output, viewChild } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';

import { type Choice, SearchChoice } from '../../../ui/search-choice';
import { memberChoices } from './member-choices';

/** Adds members to a list, one after the other: whoever is chosen leaves the box. */
@Component({
  selector: 'coop-add-member',
  imports: [SearchChoice],
  template: `
    <coop-search-choice
      many
      [label]="label()"
      [choices]="free()"
      [lookup]="members.lookup"
      [errors]="errors()"
      [(touched)]="touched"
      (picked)="added.emit($event)"
      (asked)="members.asked.set($event)"
    />
  `,
})
export class AddMember {
  protected readonly members = memberChoices();
  readonly label = input.required<string>();
  /** Who is in the list already. */
  readonly without = input.required<readonly Choice[]>();
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly touched = model(false);
  readonly added = output<Choice>();

  private readonly box = viewChild.required(SearchChoice);
  protected readonly free = computed(() =>
    this.members.found().filter(({ id }) => this.without().every((member) => member.id !== id)),
  );

  focus(options?: FocusOptions): void {
    this.box().focus(options);
  }
}
