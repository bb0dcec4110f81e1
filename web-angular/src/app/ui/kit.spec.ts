import { Component, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { fireEvent, screen, within } from '@testing-library/dom';
import { Check, type IconNode, Info } from 'lucide';
import { describe, expect, it, vi } from 'vitest';

import { expectAccessible, stage } from '../../testing/stage';
import { initialsOf } from './avatar';
import { Cell, type Column, DataTable, type Sorting } from './data-table';
import { DateField } from './date-field';
import { EmptyState } from './empty-state';
import { Control, Field } from './field';
import { FileDrop } from './file-drop';
import { Icon } from './icon';

@Component({
  imports: [Cell, DataTable],
  template: `
    <coop-data-table
      caption="Members"
      [columns]="columns"
      [rows]="rows"
      [sorting]="sorting()"
      [hasMore]="true"
      (sortingChange)="sorting.set($event)"
      (more)="asked.set(true)"
    >
      <ng-template coopCell="name" let-row>{{ row.name }}</ng-template>
      <ng-template coopCell="unit" let-row>{{ row.unit }}</ng-template>
    </coop-data-table>
  `,
})
class Table {
  readonly columns: readonly Column[] = [
    { name: 'name', label: 'Name', sortable: true },
    { name: 'unit', label: 'Unit', figures: true },
  ];
  readonly rows = [
    { id: '1', name: 'Alma', unit: '12' },
    { id: '2', name: 'Jonas', unit: '4' },
  ];
  readonly sorting = signal<Sorting>({ column: 'name', descending: false });
  readonly asked = signal(false);
}

@Component({
  imports: [Control, DateField, Field, FormField],
  template: `
    <coop-field label="Name" hint="As on the door"><input coopControl [formField]="form.name" /></coop-field>
    <coop-date-field label="From" [formField]="form.from" />
  `,
})
class Form {
  readonly form = form(signal({ name: '', from: '' }), (path) => {
    required(path.name);
    required(path.from);
  });
}

@Component({
  imports: [EmptyState, FileDrop],
  template: `
    <coop-empty-state drawing="sheet" heading="No list yet" text="Choose one.">
      <coop-file-drop label="Choose a list" accept=".csv" (chosen)="file.set($event)" />
    </coop-empty-state>
  `,
})
class Drop {
  readonly file = signal<File | undefined>(undefined);
}

@Component({
  imports: [Icon],
  template: `
    <svg [coopIcon]="icon()" size="18"></svg>
  `,
})
class Sign {
  readonly icon = signal<IconNode>(Check);
}

describe('An icon', () => {
  it('is drawn in the size asked for, follows what it stands for, and is not read out', async () => {
    const { fixture, element } = await stage(Sign);
    const svg = element.querySelector('svg');
    expect(svg?.innerHTML).toBe('<path d="M20 6 9 17l-5-5"></path>');
    expect(svg?.getAttribute('width')).toBe('18');
    expect(svg?.getAttribute('aria-hidden')).toBe('true');

    fixture.componentInstance.icon.set(Info);
    fixture.detectChanges();

    expect([...(svg?.children ?? [])].map(({ tagName }) => tagName)).toEqual(Info.map(([tag]) => tag));
  });
});

describe('The data table', () => {
  it('is sorted by its headers and continued on request', async () => {
    const { fixture, user, element } = await stage(Table);
    const header = () => screen.getByRole('columnheader', { name: 'Name' });
    expect(header().getAttribute('aria-sort')).toBe('ascending');
    await expectAccessible(element);

    await user.click(within(header()).getByRole('button'));
    fixture.detectChanges();
    expect(header().getAttribute('aria-sort')).toBe('descending');

    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(fixture.componentInstance.asked()).toBe(true);
  });

  it('has a list of its orders for a phone, which has no headers to press', async () => {
    const { fixture, user } = await stage(Table, { locale: 'de' });
    // Not painted on a screen as wide as the one of this browser.
    const orders = screen.getByLabelText<HTMLSelectElement>('Sortieren nach');
    const chosen = () => orders.selectedOptions[0]?.text;
    expect([...orders.options].map(({ text }) => text)).toEqual(['Name, aufsteigend', 'Name, absteigend']);
    expect(chosen()).toBe('Name, aufsteigend');

    await user.selectOptions(orders, 'Name, absteigend');
    expect(fixture.componentInstance.sorting()).toEqual({ column: 'name', descending: true });

    fixture.componentInstance.sorting.set({ column: 'name', descending: false });
    await fixture.whenStable();
    expect(chosen()).toBe('Name, aufsteigend');
  });

  it('tells a phone what each cell is', async () => {
    await stage(Table);

    expect(screen.getByRole('cell', { name: '12' }).dataset['label']).toBe('Unit');
  });
});

describe('A day', () => {
  it.each([
    { typed: '', badInput: true },
    { typed: '0002-05-01', badInput: false },
  ])('that is half typed ($typed) takes nothing away and is not accepted', async ({ typed, badInput }) => {
    const { fixture, user } = await stage(Form);
    const { form } = fixture.componentInstance;
    const box = screen.getByLabelText<HTMLInputElement>('From');
    fireEvent.input(box, { target: { value: '2026-05-01' } });
    await fixture.whenStable();
    expect(form.from().value()).toBe('2026-05-01');

    const validity = vi.spyOn(box, 'validity', 'get').mockReturnValue({ badInput } as ValidityState);
    fireEvent.input(box, { target: { value: typed } });
    await user.click(box);
    await user.tab();
    await fixture.whenStable();

    expect(box.value).toBe(typed);
    expect(form.from().value()).toBe('2026-05-01');
    expect(form.from().valid()).toBe(false);
    expect(await screen.findByText('Please enter the whole day.')).toBeTruthy();

    validity.mockRestore();
    fireEvent.input(box, { target: { value: '' } });
    expect(form.from().value()).toBe('');
  });
});

describe('A field', () => {
  it('is described by its hint, then by what is wrong', async () => {
    const { fixture, user, element } = await stage(Form);
    const name = screen.getByLabelText('Name');
    const description = () => document.getElementById(name.getAttribute('aria-describedby') ?? '')?.textContent?.trim();
    expect(description()).toBe('As on the door');

    await user.click(name);
    await user.tab();
    fixture.detectChanges();

    expect(description()).toBe('Please fill this in.');
    await expectAccessible(element);
  });

  it('takes a day', async () => {
    const { fixture, user } = await stage(Form);

    await user.type(screen.getByLabelText('From'), '2026-05-01');

    expect(fixture.componentInstance.form.from().value()).toBe('2026-05-01');
  });
});

describe('The file drop', () => {
  it('is an ordinary file input to keyboard and screen reader', async () => {
    const { fixture, user, element } = await stage(Drop);
    const list = new File(['number'], 'units.csv', { type: 'text/csv' });

    await user.upload(screen.getByLabelText('Choose a list'), list);

    expect(fixture.componentInstance.file()).toBe(list);
    await expectAccessible(element);
  });
});

describe('Initials', () => {
  it.each([
    ['Alma Berger', 'AB'],
    ['Nadja von der Öztürk', 'NÖ'],
    ['Cher', 'C'],
    ['李 小龙', '李小'],
    ['  ', ''],
  ])('of «%s» are «%s»', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
