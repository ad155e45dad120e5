import { Actions, Button } from '../../../web/ui/button.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { useWords } from '../../../web/viewer.ts'
import { type Batch, fields } from '../schema.ts'
import { words } from '../words.ts'

/** Which column of an unknown layout means what; our guess stands chosen. */
export function MappingForm({ batch, headers }: { batch: Batch; headers: string[] }) {
  const w = useWords(words)
  const options = headers.map(header => ({ value: header, label: header }))
  const values = Object.fromEntries(fields.map(field => [`columns.${field}`, headers[batch.mapping[field] ?? -1] ?? '']))
  return (
    <Form action={`/impor/${batch.id}/kolom`} values={values}>
      {fields.map(field => (
        <SelectField name={`columns.${field}`} label={w.fields[field]} options={options} placeholder={w.noColumn} optional />
      ))}
      <Actions>
        <Button>{w.readRows}</Button>
      </Actions>
    </Form>
  )
}
