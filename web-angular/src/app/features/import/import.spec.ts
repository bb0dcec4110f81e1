import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { screen, waitFor } from '@testing-library/dom';
import { describe, expect, it, vi } from 'vitest';

import { expectAccessible, stage } from '../../../testing/stage';
import type { TextSource } from '../../core/i18n/texts';
import { faultSentence } from './page/fault-sentence';
import { ImportPage } from './page/import-page';
import { ImportStart } from './start/import-start';

const texts: readonly [string, TextSource] = [
  'lists',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];
const list = (state: string, faults: readonly object[] = []) => ({
  import: {
    __typename: 'Import',
    id: 'import-1',
    kind: 'MEMBERS',
    state,
    fileName: 'members.csv',
    encoding: 'UTF-8',
    separator: ';',
    rowCount: 2,
    newCount: 1,
    changedCount: 1,
    unchangedCount: 0,
    columns: ['Name', 'Eintritt', 'Farbe'],
    unknownColumns: ['Farbe'],
    faultCount: faults.length,
    faults,
    preview: [
      { __typename: 'ImportRow', line: 2, values: ['Weber', '01.05.2024', 'rot'], change: 'NEW' },
      { __typename: 'ImportRow', line: 3, values: ['Kim', '01.05.2024', 'blau'], change: 'CHANGED' },
    ],
    createdAt: '2026-11-20T10:00:00Z',
    appliedAt: null,
  },
});
const csv = new File(['Name;Eintritt\r\nWeber;01.05.2024\r\n'], 'members.csv', { type: 'text/csv' });

describe('A list', () => {
  it('is uploaded as what one says it is, and leads to what it would do', async () => {
    const { request, user, element } = await stage(ImportStart, { texts, routes: [{ path: '**', children: [] }] });
    await expectAccessible(element);
    await user.click(screen.getByRole('radio', { name: 'Units' }));
    await user.upload(screen.getByLabelText(/Choose a CSV file/), csv);

    const upload = await request('POST', '/imports?kind=UNITS');
    expect((upload.request.body as FormData).get('file')).toBeInstanceOf(File);
    expect(upload.request.headers.get('Cooperator-Coop')).toBe('lindenhof');
    upload.flush({ id: 'import-1' }, { status: 201, statusText: 'Created' });
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/c/lindenhof/import/import-1'));
  });

  it('that is too large is refused in words, and a failure can be tried again', async () => {
    const { request, user } = await stage(ImportStart, { texts });
    await user.upload(screen.getByLabelText(/Choose a CSV file/), csv);
    (await request('POST', '/imports?kind=MEMBERS')).flush(
      { code: 'LIST_TOO_LARGE' },
      { status: 413, statusText: 'Too large' },
    );
    expect((await screen.findByRole('alert')).textContent).toContain('too large');

    await user.upload(screen.getByLabelText(/Choose a CSV file/), csv);
    (await request('POST', '/imports?kind=MEMBERS')).flush(
      { code: 'INTERNAL', traceId: '4bf92f35' },
      { status: 500, statusText: 'Error' },
    );
    expect((await screen.findByRole('alert')).textContent).toContain('4bf92f35');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await request('POST', '/imports?kind=MEMBERS');
  });

  it('with faults names every one of them and cannot be taken over', async () => {
    const fault = { __typename: 'ImportFault', line: 2, column: 'Eintritt', value: '31/31/2024', message: 'No date.' };
    const { operation, element } = await stage(ImportPage, { texts, inputs: { id: 'import-1' } });
    (await operation('ImportPage')).flushData(list('INVALID', [{ ...fault, code: 'INVALID_DATE' }]));

    expect(await screen.findByText(/One thing is not right yet/)).toBeTruthy();
    expect(screen.getByRole('list', { name: 'What is not right' })).toBeTruthy();
    expect(screen.getByText(/passed over: Farbe/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take the list over' })).toBeNull();
    expect(screen.getByRole('cell', { name: 'Weber' })).toBeTruthy();
    await expectAccessible(element);
  });

  it('is taken over while its progress is told', async () => {
    const { operation, user } = await stage(ImportPage, { texts, inputs: { id: 'import-1' } });
    (await operation('ImportPage')).flushData(list('READY'));
    await user.click(await screen.findByRole('button', { name: 'Take the list over' }));

    (await operation('ImportProgress')).flush({
      data: { importProgress: { __typename: 'ImportProgress', importId: 'import-1', percent: 42 } },
    });
    expect(await screen.findByText('Taking the list over: 42 %')).toBeTruthy();
    (await operation('ApplyImport')).flushData({
      applyImport: {
        __typename: 'ApplyImportPayload',
        import: {
          __typename: 'Import',
          id: 'import-1',
          state: 'APPLIED',
          newCount: 1,
          changedCount: 1,
          unchangedCount: 0,
          appliedAt: '2026-11-20T10:01:00Z',
        },
        errors: null,
      },
    });

    expect(await screen.findByText(/The list is taken over: 1 new, 1 changed/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Have a look' }).getAttribute('href')).toBe('/c/lindenhof/members');
  });

  it('that went stale says that it has to be read again', async () => {
    const { operation, user } = await stage(ImportPage, { texts, inputs: { id: 'import-1' } });
    (await operation('ImportPage')).flushData(list('READY'));
    await user.click(await screen.findByRole('button', { name: 'Take the list over' }));
    const refusal = { __typename: 'ImportOutdatedError', code: 'IMPORT_OUTDATED', message: '' };
    (await operation('ApplyImport')).flushData({
      applyImport: { __typename: 'ApplyImportPayload', import: null, errors: [refusal] },
    });

    expect((await screen.findByRole('alert')).textContent).toContain('The records changed');
  });

  it('is taken away as a file named by the server', async () => {
    URL.createObjectURL = vi.fn(() => 'blob:list');
    URL.revokeObjectURL = vi.fn();
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const { request, user } = await stage(ImportStart, { texts });
    await user.click(screen.getByRole('button', { name: 'Download Members' }));

    (await request('GET', '/exports/members.csv')).flush(new Blob(['a;b']), {
      headers: { 'Content-Disposition': 'attachment; filename=lindenhof-members.csv' },
    });
    await waitFor(() => expect(click).toHaveBeenCalledOnce());
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe('lindenhof-members.csv');
  });
});

describe('A fault', () => {
  it('of a kind newer than this app keeps the words of the server', () => {
    const plural = (key: string) => key;
    const t = Object.assign((key: string) => key, { plural, has: (key: string) => key === 'lists.fault.INVALID_DATE' });

    expect(faultSentence({ code: 'INVALID_DATE', message: 'No.' }, t)).toBe('lists.fault.INVALID_DATE');
    expect(faultSentence({ code: 'NEW_KIND', message: 'Something new.' }, t)).toBe('Something new.');
  });
});
