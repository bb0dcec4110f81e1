import { Directive, effect, ElementRef, inject, input } from '@angular/core';
import type { IconNode } from 'lucide';

/**
 * Draws one icon: `<svg [coopIcon]="icons.Check" size="18"></svg>`, with the icons a component uses in a member,
 * `protected readonly icons = { Check }`. An icon is mere data, so that each room loads the few it shows.
 */
@Directive({
  selector: 'svg[coopIcon]',
  host: {
    class: 'icon',
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.75',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    // The word beside it says what it means.
    'aria-hidden': 'true',
    '[attr.width]': 'size()',
    '[attr.height]': 'size()',
  },
})
export class Icon {
  readonly coopIcon = input.required<IconNode>();
  readonly size = input<string | number>(24);

  constructor() {
    const svg = inject<ElementRef<SVGElement>>(ElementRef).nativeElement;
    effect(() => svg.replaceChildren(...this.coopIcon().map(shape)));
  }
}

function shape([tag, attributes]: IconNode[number]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
