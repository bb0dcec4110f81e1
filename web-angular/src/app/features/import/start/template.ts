import type { ImportKind } from '../../../graphql/import';

const lists: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  MEMBERS: [
    [
      'given_name',
      'family_name',
      'email',
      'phone',
      'language',
      'joined_on',
      'role',
      'building',
      'unit',
      'household',
      'lives_there_since',
    ],
    [
      'Ada',
      'Example',
      'ada@example.org',
      '+49 30 1234567',
      'DE',
      '2024-05-01',
      'RESIDENT',
      'Vorderhaus',
      '1',
      'Example',
      '2024-05-01',
    ],
  ],
  UNITS: [
    ['building', 'address', 'number', 'type', 'floor', 'size_square_metres', 'rooms', 'shares'],
    ['Vorderhaus', 'Example Street 1', '1', 'FLAT', '0', '64.5', '2.5', '64'],
  ],
};

/** A list to start from: the headings that are read, and one line to show how. UTF-8 with a mark, as spreadsheets like it. */
export function templateOf(kind: ImportKind): Blob {
  const text = lists[kind].map((line) => line.join(',')).join('\r\n');
  return new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' });
}
