import { Actions, Button } from '../../../web/ui/button.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { DateField, TextareaField, TextField } from '../../../web/ui/field.tsx'
import { FieldGroup } from '../../../web/ui/form.tsx'
import { useWords } from '../../../web/viewer.ts'
import { obligationSides } from '../schema.ts'
import { formWords } from '../words/form.ts'
import { words } from '../words.ts'
import { Row } from './row.tsx'

/** Obligations of a new agreement: none at first, one more with each press of the button. */
export function ObligationRows({ count }: { count: number }) {
  const f = useWords(formWords)
  return (
    <FieldGroup title={f.form.obligations} lead={f.form.obligationsLead}>
      {count ? (
        <div class="form">
          {Array.from({ length: count }, (_, at) => (
            <Row
              title={f.form.obligation({ place: String(at + 1) })}
              remove={f.form.removeObligation({ place: String(at + 1) })}
              name={`obligations.${at}`}
            >
              <ObligationFields prefix={`obligations.${at}.`} />
            </Row>
          ))}
        </div>
      ) : null}
      <Actions>
        <Button kind="secondary" name="tambah" value="obligation">
          {f.form.addObligation}
        </Button>
      </Actions>
    </FieldGroup>
  )
}

export function ObligationFields({ prefix = '' }: { prefix?: string }) {
  const w = useWords(words)
  const f = useWords(formWords)
  return (
    <>
      <SelectField
        name={`${prefix}side`}
        label={f.obligation.side}
        options={obligationSides.map(value => ({ value, label: w.sides[value] }))}
      />
      <TextField
        name={`${prefix}article`}
        label={f.obligation.article}
        hint={f.obligation.articleHint}
        optional
        size="medium"
        maxLength={60}
      />
      <TextareaField name={`${prefix}text`} label={f.obligation.text} rows={3} maxLength={2000} insist={false} />
      <TextField name={`${prefix}indicator`} label={f.obligation.indicator} optional maxLength={500} />
      <TextField name={`${prefix}target`} label={f.obligation.target} optional maxLength={500} />
      <DateField name={`${prefix}dueOn`} label={f.obligation.due} optional />
    </>
  )
}
