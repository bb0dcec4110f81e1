import { Component, input } from '@angular/core';

import type { TaskLabel_TaskLabelFragment } from '../../graphql/tasks';

/** A label's word on its colour. */
@Component({
  selector: 'coop-task-label',
  host: { '[attr.data-colour]': 'label().colour' },
  template: '{{ label().name }}',
  styles: `
    :host {
      padding: 1px 8px;
      border-radius: var(--radius-small);
      font-size: var(--text-small);
      line-height: 1.25rem;
      font-weight: 550;
      overflow-wrap: anywhere;
      color: light-dark(#2a251d, #f3eee5);
      background: light-dark(#e6dfd2, #45403a);
    }
    :host([data-colour='RED']) {
      background: light-dark(#f6d3cd, #6e2f27);
    }
    :host([data-colour='ORANGE']) {
      background: light-dark(#f8d9bf, #6b3f1c);
    }
    :host([data-colour='YELLOW']) {
      background: light-dark(#f6e6b0, #5c4a14);
    }
    :host([data-colour='GREEN']) {
      background: light-dark(#d3e8c9, #34522b);
    }
    :host([data-colour='TEAL']) {
      background: light-dark(#cbe8e1, #1f544b);
    }
    :host([data-colour='BLUE']) {
      background: light-dark(#d3e1f3, #2b4870);
    }
    :host([data-colour='PURPLE']) {
      background: light-dark(#e4d8f0, #513b69);
    }
    :host([data-colour='PINK']) {
      background: light-dark(#f6d6e4, #6b2f4d);
    }
    :host([data-colour='BROWN']) {
      background: light-dark(#e8d9c8, #543f2b);
    }
  `,
})
export class TaskLabel {
  readonly label = input.required<TaskLabel_TaskLabelFragment>();
}
