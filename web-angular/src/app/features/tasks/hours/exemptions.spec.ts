import { screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, it, vi } from 'vitest';

import { alma, expectAccessible, openDialog, stage } from '../../../../testing/stage';
import type { SessionAnswer } from '../../../core/auth/session';
import { plusDays, today } from '../../../core/days';
import type { TextSource } from '../../../core/i18n/texts';
import { Exemptions } from './exemptions';

const texts: readonly [string, TextSource] = [
  'hours',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];
const day = today();
const baby = { __typename: 'WorkExemption', id: 'e-1', from: day, until: null, owedPercent: 50, reason: 'Baby' };
const overlap = {
  __typename: 'WorkExemptionsOverlapError',
  code: 'X',
  message: '…',
  from: '2026-01-01',
  until: '2026-06-30',
};

async function open(exemptions: readonly object[], session: SessionAnswer = alma) {
  const changed = vi.fn();
  const staged = await stage(Exemptions, {
    texts,
    session,
    inputs: { memberId: 'member-kim', exemptions },
    outputs: { changed },
  });
  return { ...staged, changed };
}

describe('The times in which a member is spared from work', () => {
  it('are only read by those who are not on the board', async () => {
    const residents = [{ slug: 'lindenhof', name: 'Lindenhof', roles: ['RESIDENT'], memberId: 'member-kim' }];
    const { element } = await open([baby], { ...alma, coops: residents } as SessionAnswer);

    expect(screen.getByText(/Owes 50%\./)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    await expectAccessible(element);
  });

  it('are granted, unless they overlap; what was typed stays until then', async () => {
    const { user, operation, changed } = await open([]);
    await user.click(screen.getByRole('button', { name: 'Spare' }));
    const element = await openDialog();
    const dialog = within(element);
    await expectAccessible(element);
    const reason = dialog.getByLabelText<HTMLInputElement>('Reason');
    const percent = dialog.getByLabelText('Still owed, in per cent');
    await user.clear(percent);
    await user.type(percent, '100');
    await user.type(reason, 'Baby');
    await user.click(dialog.getByRole('button', { name: 'Spare' }));
    await waitFor(() => expect(percent.getAttribute('aria-invalid')).toBe('true'));
    await user.clear(percent);
    await user.type(percent, '50');
    await user.click(dialog.getByRole('button', { name: 'Spare' }));
    const answer = (workExemption: object | null, errors: object[] | null) => ({
      exemptFromWork: { __typename: 'ExemptFromWorkPayload', workExemption, errors },
    });
    const first = await operation('ExemptFromWork');
    expect(first.operation.variables).toEqual({
      input: { memberId: 'member-kim', from: day, until: null, owedPercent: 50, reason: 'Baby' },
    });
    first.flushData(answer(null, [overlap]));
    expect(await dialog.findByText(/^It overlaps another time in which the member is spared/)).toBeTruthy();
    expect(reason.value).toBe('Baby');
    expect(changed).not.toHaveBeenCalled();

    await user.click(dialog.getByRole('button', { name: 'Spare' }));
    (await operation('ExemptFromWork')).flushData(answer(baby, null));
    await waitFor(() => expect(changed).toHaveBeenCalledOnce());
  });

  it('get a last day', async () => {
    const { user, operation, changed } = await open([baby]);
    await user.click(screen.getByRole('button', { name: 'Set the last day' }));
    const dialog = within(await openDialog());
    const lastDay = dialog.getByLabelText<HTMLInputElement>('Last day');
    expect(lastDay.value).toBe(day);
    await user.clear(lastDay);
    await user.type(lastDay, plusDays(day, 7));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    const end = await operation('EndWorkExemption');
    expect(end.operation.variables).toEqual({ input: { exemptionId: 'e-1', until: plusDays(day, 7) } });
    end.flushData({
      endWorkExemption: {
        __typename: 'EndWorkExemptionPayload',
        workExemption: { ...baby, until: plusDays(day, 7) },
        errors: null,
      },
    });

    await waitFor(() => expect(changed).toHaveBeenCalledOnce());
  });
});
