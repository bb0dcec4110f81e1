import { Component, computed, input } from '@angular/core';

import { today } from '../../../core/days';
import type { UnitOccupancy_OccupancyFragment } from '../../../graphql/units';
import { timelineScale } from './timeline-scale';

/** Who lived here when, drawn. The list beside it says the same in words, so this is hidden from screen readers. */
@Component({
  selector: 'coop-occupancy-timeline',
  host: { 'aria-hidden': 'true' },
  template: `
    <div class="lanes">
      @for (tick of scale().years; track tick.year) {
        <span class="tick" [style.left.%]="tick.at"></span>
      }
      <span class="now" [style.left.%]="scale().now"></span>
      @for (lane of lanes(); track lane.id) {
        <div class="lane">
          <span
            class="bar"
            [class.open]="lane.bar.open"
            [class.past]="lane.past"
            [style.left.%]="lane.bar.start"
            [style.width.%]="lane.bar.width"
          ></span>
          <span class="name" [style.left.%]="lane.bar.start" [class.turned]="lane.bar.start > 55">{{ lane.name }}</span>
        </div>
      }
    </div>
    <div class="years">
      @for (tick of scale().years; track tick.year) {
        <span class="figures" [style.left.%]="tick.at">{{ tick.year }}</span>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      overflow: hidden;
    }
    .lanes {
      position: relative;
      display: grid;
      gap: 6px;
      padding-block: 6px;
      border-bottom: var(--hairline);
    }
    .lane {
      position: relative;
      height: 42px;
    }
    .bar {
      position: absolute;
      bottom: 2px;
      height: 14px;
      min-width: 4px;
      border-radius: var(--radius-small);
      background: var(--mat-sys-primary);
    }
    .bar.past {
      background: var(--mat-sys-outline);
    }
    .bar.open {
      border-start-end-radius: 0;
      border-end-end-radius: 0;
    }
    .name {
      position: absolute;
      top: 0;
      max-width: 45%;
      overflow: hidden;
      font-size: var(--text-small);
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .name.turned {
      left: auto !important;
      right: 0;
    }
    .tick,
    .now {
      position: absolute;
      inset-block: 0;
      border-inline-start: var(--hairline);
    }
    .now {
      border-inline-start: 2px dotted var(--due);
    }
    .years {
      position: relative;
      height: 24px;
      font-size: var(--text-small);
      color: var(--muted);
    }
    .years span {
      position: absolute;
      padding-inline-start: 4px;
    }
  `,
})
export class OccupancyTimeline {
  readonly occupancies = input.required<readonly UnitOccupancy_OccupancyFragment[]>();

  protected readonly scale = computed(() => timelineScale(this.occupancies(), today()));
  protected readonly lanes = computed(() =>
    this.occupancies().flatMap((occupancy, index) => {
      const bar = this.scale().bars[index];
      const name = occupancy.household?.name ?? occupancy.member?.displayName ?? '';
      return bar ? [{ id: occupancy.id, name, bar, past: occupancy.until !== null && occupancy.until < today() }] : [];
    }),
  );
}
