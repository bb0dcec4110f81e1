import { Component, computed, input } from '@angular/core';

export type DrawingName = 'house' | 'people' | 'key' | 'search' | 'letter' | 'door' | 'kite' | 'sheet';

/** Our own line drawings, in two strokes of colour: ink for the thing, pine for what it is about. */
@Component({
  selector: 'coop-drawing',
  template: `
    <svg
      viewBox="0 0 160 110"
      width="160"
      height="110"
      aria-hidden="true"
      fill="none"
      stroke-linecap="round"
      stroke-linejoin="round"
      stroke-width="2"
    >
      <path class="ground" d="M14 96h132" />
      <path class="ink" [attr.d]="lines().ink" />
      <path class="accent" [attr.d]="lines().accent" />
    </svg>
  `,
  styles: `
    svg {
      display: block;
      max-width: 100%;
    }
    .ground {
      stroke: var(--mat-sys-outline-variant);
    }
    .ink {
      stroke: var(--mat-sys-on-surface-variant);
    }
    .accent {
      stroke: var(--mat-sys-primary);
    }
  `,
})
export class Drawing {
  readonly name = input.required<DrawingName>();
  protected readonly lines = computed(() => drawings[this.name()]);
}

const drawings: Readonly<Record<DrawingName, { readonly ink: string; readonly accent: string }>> = {
  house: {
    ink: 'M38 96V52l42-30 42 30v44M30 58l50-36 50 36M52 66h14v14H52zM94 66h14v14H94zM104 40V24h10v23',
    accent: 'M72 96V72a8 8 0 0 1 16 0v24M84 85v1M59 66v14M52 73h14M101 66v14M94 73h14',
  },
  people: {
    ink: 'M42 96V80c0-9 6-15 14-15s14 6 14 15v16M90 96V80c0-9 6-15 14-15s14 6 14 15v16M56 56a9 9 0 1 0 0-18 9 9 0 0 0 0 18M104 56a9 9 0 1 0 0-18 9 9 0 0 0 0 18',
    accent:
      'M68 96V84c0-7 5-12 12-12s12 5 12 12v12M80 66a8 8 0 1 0 0-16 8 8 0 0 0 0 16M64 24c6-6 26-6 32 0M70 30c4-3 16-3 20 0',
  },
  key: {
    ink: 'M46 96V30h50v66M46 30l50-10v10M38 96h70',
    accent: 'M116 56a9 9 0 1 0 0 18 9 9 0 0 0 0-18M116 74v20M116 82h7M116 89h5M86 62v6',
  },
  search: {
    ink: 'M30 96V60l24-16 24 16v36M44 96V80h14v16M96 96V70l18-12 18 12v26',
    accent: 'M92 52a18 18 0 1 0 0-36 18 18 0 0 0 0 36M105 47l15 15M84 30a9 9 0 0 1 8-5',
  },
  letter: {
    ink: 'M40 44h80v46H40zM40 44l40 28 40-28M40 90l28-26M120 90L92 64',
    accent: 'M80 44V20M70 30l10-10 10 10M132 30l8-6M134 42h10M28 30l-8-6M26 42H16',
  },
  door: {
    ink: 'M52 96V22h56v74M60 96V30h40v66M44 96h72',
    accent: 'M70 62h20v16H70zM74 62v-6a6 6 0 0 1 12 0v6M80 68v4',
  },
  kite: {
    ink: 'M24 96c4-8 10-8 14 0M36 96c5-12 14-12 19 0M112 96c5-10 13-10 18 0',
    accent: 'M98 18l20 22-16 24-22-18zM98 18l4 46M80 46l38-6M100 64c-10 4-2 12-14 14s-6 10-20 14',
  },
  sheet: {
    ink: 'M48 20h48l18 18v58H48zM96 20v18h18',
    accent: 'M60 52h42M60 64h42M60 76h26M72 46v36',
  },
};
