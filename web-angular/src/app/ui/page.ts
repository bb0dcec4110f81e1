import { Component, input } from '@angular/core';

/** One screen: its heading, one line of what it is for, its actions, its content. */
@Component({
  selector: 'coop-page',
  template: `
    <header>
      <ng-content select="[pageBack]" />
      <div class="heading">
        <div>
          <h1>{{ heading() }}</h1>
          @if (lede()) {
            <p class="muted">{{ lede() }}</p>
          }
        </div>
        <div class="actions"><ng-content select="[pageActions]" /></div>
      </div>
    </header>
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      gap: 24px;
      align-content: start;
      width: 100%;
      max-width: 1200px;
      margin-inline: auto;
      padding: 24px 16px 40px;
    }
    :host(.narrow) {
      max-width: 720px;
    }
    :host(.wide) {
      max-width: 1800px;
    }
    .heading {
      display: flex;
      flex-wrap: wrap;
      gap: 12px 24px;
      align-items: end;
      justify-content: space-between;
    }
    .heading > :first-child {
      min-width: 0;
    }
    h1 {
      overflow-wrap: anywhere;
    }
    .heading p {
      margin-top: 4px;
      max-width: 68ch;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
    }
    .actions:empty {
      display: none;
    }
    @media (min-width: 1024px) {
      :host {
        padding: 36px 40px 64px;
        gap: 28px;
      }
    }
    @media print {
      .actions {
        display: none;
      }
    }
  `,
})
export class Page {
  readonly heading = input.required<string>();
  readonly lede = input<string>();
}
