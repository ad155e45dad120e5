import { Actions, Button } from '../../../web/ui/button.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { useWords } from '../../../web/viewer.ts'
import type { Batch } from '../schema/batches.ts'
import { type Field, fields } from '../schema/codes.ts'
import type { FileColumn } from '../schema/files.ts'
import { words } from '../words.ts'
import { chosenBefore, FileChoices } from './questions.tsx'

/** `isStale`: somebody else has meanwhile answered, so that what is stored now is shown beside what was typed. */
type Props = {
  batch: Batch
  columns: readonly FileColumn[]
  values?: Values | undefined
  errors?: Errors | undefined
  isStale?: boolean | undefined
}

/** Each column of the file with some of its texts, and what it means; our guess stands chosen. */
export function MappingForm({ batch, columns, values, errors, isStale }: Props) {
  const w = useWords(words)
  const grouped = new Set(groups.flatMap(({ fields }) => fields))
  const options = [
    { value: '-', label: w.notRead },
    ...[...groups, { name: 'other' as const, fields: fields.filter(field => !grouped.has(field)) }].flatMap(group =>
      group.fields.map(field => ({ value: field, label: w.fields[field], group: w.fieldGroups[group.name] })),
    ),
  ]
  const guess = Object.fromEntries(columns.map(({ field }, i) => [`meanings.${i}`, field ?? '-']))
  const now = { ...chosenBefore(batch), ...guess }
  return (
    <Form
      action={`/impor/${batch.id}/kolom`}
      values={{ ...now, ...values }}
      errors={errors}
      stored={isStale ? now : undefined}
      hidden={{ rev: batch.rev }}
    >
      <div class="mapping">
        {columns.map(({ header, samples, hidden }, i) => (
          <SelectField
            name={`meanings.${i}`}
            label={header}
            hint={[hidden ? w.hiddenColumn : '', samples.length ? w.samples({ texts: samples.join(' · ') }) : w.emptyColumn]
              .filter(Boolean)
              .join(' ')}
            options={options}
          />
        ))}
      </div>
      <FileChoices batch={batch} />
      <Actions>
        <Button>{w.readRows}</Button>
      </Actions>
    </Form>
  )
}

/** As a document is read: what it is, with whom, whose, when, what about, who signed. What stands in none comes last. */
const groups: { name: 'document' | 'partner' | 'office' | 'days' | 'content' | 'signing'; fields: Field[] }[] = [
  { name: 'document', fields: ['kpuNumber', 'partnerNumber', 'kind', 'title', 'parentNumber'] },
  { name: 'partner', fields: ['partner', 'partnerClass'] },
  { name: 'office', fields: ['officeName', 'officeCode'] },
  { name: 'days', fields: ['signedOn', 'startsOn', 'endsOn', 'term', 'termUnit'] },
  { name: 'content', fields: ['scope', 'openness'] },
  { name: 'signing', fields: ['kpuSignatory', 'kpuPosition', 'partnerSignatory', 'partnerPosition', 'signatories'] },
]
