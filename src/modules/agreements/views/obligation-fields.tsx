import { Actions, Button } from '../../../web/ui/button.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { DateField, TextareaField, TextField } from '../../../web/ui/field.tsx'
import { FieldGroup } from '../../../web/ui/form.tsx'
import { useWords } from '../../../web/viewer.ts'
import { obligationSides } from '../schema.ts'
import { words } from '../words.ts'
import { Row } from './row.tsx'

/** Obligations of a new agreement: none at first, one more with each press of the button. */
export function ObligationRows({ count }: { count: number }) {
  const w = useWords(words)
  return (
    <FieldGroup title={w.form.obligations} lead={w.form.obligationsLead}>
      <div class="form">
        {Array.from({ length: count }, (_, at) => (
          <Row title={w.form.obligation(String(at + 1))} remove={w.form.removeObligation(String(at + 1))} name={`obligations.${at}`}>
            <ObligationFields prefix={`obligations.${at}.`} />
          </Row>
        ))}
      </div>
      <Actions>
        <Button kind="secondary" name="tambah" value="obligation" formnovalidate>
          {w.form.addObligation}
        </Button>
      </Actions>
    </FieldGroup>
  )
}

export function ObligationFields({ prefix = '' }: { prefix?: string }) {
  const w = useWords(words)
  return (
    <>
      <SelectField
        name={`${prefix}side`}
        label={w.obligation.side}
        options={obligationSides.map(value => ({ value, label: w.sides[value] }))}
      />
      <TextField
        name={`${prefix}article`}
        label={w.obligation.article}
        hint={w.obligation.articleHint}
        optional
        size="medium"
        maxLength={60}
      />
      <TextareaField name={`${prefix}text`} label={w.obligation.text} rows={3} maxLength={2000} insist={false} />
      <TextField name={`${prefix}indicator`} label={w.obligation.indicator} optional maxLength={500} />
      <TextField name={`${prefix}target`} label={w.obligation.target} optional maxLength={500} />
      <DateField name={`${prefix}dueOn`} label={w.obligation.due} optional />
    </>
  )
}
