import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { mutation } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import { ReleaseTaskDocument, type TaskPage_TaskFragment } from '../../../graphql/tasks';
import { Avatar } from '../../../ui/avatar';
import { Dialogs } from '../../../ui/dialogs';
import { AssignForm } from '../form/assign-form';
import { injectTell } from '../refusals';

type Person = TaskPage_TaskFragment['assignees'][number];

/** Who has the task. */
@Component({
  selector: 'coop-task-people',
  imports: [Avatar, MatButton, RouterLink],
  template: `
    <section class="card" aria-labelledby="people-heading">
      <div class="head">
        <h2 id="people-heading">{{ t('tasks.people.heading') }}</h2>
        @if (mayAssign()) {
          <button matButton type="button" [attr.aria-label]="t('tasks.people.assign')" (click)="assign()">
            {{ t('tasks.people.assignTo') }}
          </button>
        }
      </div>
      @if (task().assignees.length) {
        <ul class="entries">
          @for (person of task().assignees; track person.id) {
            <li>
              <a class="person about" [routerLink]="coop.link('members', person.id)">
                <coop-avatar [name]="person.displayName" />
                {{ person.displayName }}
              </a>
              @if (mayRelease(person)) {
                <button
                  matButton
                  type="button"
                  [attr.aria-label]="t('tasks.people.releaseNamed', { name: person.displayName })"
                  (click)="release(person)"
                >
                  {{ t('tasks.card.release') }}
                </button>
              }
            </li>
          }
        </ul>
      } @else {
        <p class="muted">{{ t('tasks.lane.nobody') }}</p>
      }
    </section>
  `,
  styleUrl: '../../../ui/section.css',
})
export class TaskPeople {
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  readonly task = input.required<TaskPage_TaskFragment>();
  readonly #dialogs = inject(Dialogs);
  readonly #release = mutation(ReleaseTaskDocument);
  readonly #tell = injectTell();

  readonly #open = computed(() => this.task().column !== 'DONE');
  protected readonly mayAssign = computed(() => this.#open() && this.coop.may('MAINTAINER'));

  protected mayRelease({ id }: Person): boolean {
    const own = id === this.coop.membership()?.memberId;
    return this.#open() && this.coop.may(own ? 'RESIDENT' : 'MAINTAINER');
  }

  protected assign(): void {
    void this.#dialogs.open(AssignForm, this.task().id);
  }

  protected async release(person: Person): Promise<void> {
    const input = { taskId: this.task().id, memberId: person.id };
    this.#tell(await this.#release.run({ input }), () => void this.release(person));
  }
}
