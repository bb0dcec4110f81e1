import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { type Submission, submission } from '../../../core/forms/submission';
import { mutation } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import { EndWorkExemptionDocument, type WorkExemption_WorkExemptionFragment } from '../../../graphql/tasks';
import { DateField } from '../../../ui/date-field';
import { FormDialog } from '../../../ui/form-dialog';
import { injectHoursRefusals } from './hours-refusals';

/** Says which day is the last one of an exemption. */
@Component({
  selector: 'coop-end-exemption-form',
  imports: [DateField, FormDialog, FormField],
  template: `
    <coop-form-dialog
      [heading]="t('hours.exemption.endHeading')"
      [action]="t('ui.save')"
      [form]="form"
      [sending]="sending"
    >
      <coop-date-field [label]="t('hours.exemption.lastDay')" [formField]="form.until" />
    </coop-form-dialog>
  `,
})
export class EndExemptionForm {
  protected readonly t = injectTexts();
  readonly #exemption = inject<WorkExemption_WorkExemptionFragment>(MAT_DIALOG_DATA);
  readonly #end = mutation(EndWorkExemptionDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #sentence = injectHoursRefusals();

  readonly #model = signal({ until: this.#exemption.until ?? today() });
  protected readonly sending: Submission = submission({
    send: () => this.#end.run({ input: { exemptionId: this.#exemption.id, until: this.#model().until } }),
    explain: (refusal) => this.#sentence(refusal, this.form),
    done: () => this.#dialog.close(true),
  });
  protected readonly form = form(this.#model, (path) => required(path.until), { submission: this.sending });
}
