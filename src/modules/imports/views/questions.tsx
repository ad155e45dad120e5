import { formatDay } from '../../../platform/i18n/format.ts'
import { type DayOrder, dayOrders, readDay } from '../../../platform/reading/days.ts'
import { readPeriod } from '../../../platform/reading/periods.ts'
import { readInstant } from '../../../platform/reading/timestamps.ts'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { RadioField, SelectField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Values } from '../../../web/ui/form-state.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { classesIn } from '../../partners/views/classes.ts'
import type { Batch } from '../schema/batches.ts'
import { dayFields, kinds, partnerClasses } from '../schema/codes.ts'
import type { BatchRow } from '../schema/rows.ts'
import { words } from '../words.ts'
import { questionWords } from './question-words.ts'

/** What a person has to say once for the whole file, and how its days are read so far. */
export function Questions({ batch, rows, proposals }: { batch: Batch; rows: readonly BatchRow[]; proposals: number }) {
  const q = useWords(questionWords)
  return (
    <>
      {batch.layout === 'remembered' ? <Notice kind="info">{q.known}</Notice> : null}
      <DayOrderQuestion batch={batch} />
      <OrdersAsRead batch={batch} />
      <TakenTogether batch={batch} rows={rows} />
      {proposals ? (
        <Notice kind="info">
          <p>{q.acceptLead}</p>
          <Form action={`/impor/${batch.id}/usulan`} hidden={{ rev: batch.rev }}>
            <Button kind="secondary">{q.accept({ count: proposals })}</Button>
          </Form>
        </Notice>
      ) : null}
    </>
  )
}

/** Rows of this page that are one agreement of several parties, and how to say that they are not. */
function TakenTogether({ batch, rows }: { batch: Batch; rows: readonly BatchRow[] }) {
  const q = useWords(questionWords)
  const heads = rows.filter(({ judged }) => judged.together?.length && judged.outcome !== 'duplicate')
  return (
    <>
      {heads.map(({ judged: { kpuNumber, partners, furtherOffices, together } }) => (
        <Notice kind="info">
          <p>{q.together({ number: kpuNumber ?? '', rows: together.length, parties: partners.length + furtherOffices.length + 1 })}</p>
          <Form action={`/impor/${batch.id}/pemisahan`} hidden={{ rev: batch.rev, number: kpuNumber ?? '' }}>
            <Button kind="secondary">{q.separate}</Button>
          </Form>
        </Notice>
      ))}
    </>
  )
}

function DayOrderQuestion({ batch }: { batch: Batch }) {
  const [q, w] = [useWords(questionWords), useWords(words)]
  const { locale } = useViewer()
  const open = dayFields.flatMap(field =>
    batch.dayOrders[field]?.order === null ? [{ field, example: batch.dayOrders[field].example ?? '' }] : [],
  )
  if (open.length === 0) return null
  const shown = (example: string, order: DayOrder) => {
    const day = readDay(example, order) ?? readPeriod(example, order)?.until ?? readInstant(example, order)?.slice(0, 10)
    return day ? `${example} = ${formatDay(locale, day)}` : example
  }
  return (
    <Section title={q.dayOrder}>
      <p>{q.dayOrderLead}</p>
      <Form action={`/impor/${batch.id}/kolom`} hidden={{ rev: batch.rev }}>
        {open.map(({ field, example }) => (
          <RadioField
            name={`dayOrder.${field}`}
            label={w.fields[field]}
            options={[
              { value: 'day-first', label: q.dayFirst({ example: shown(example, 'day-first') }) },
              { value: 'month-first', label: q.monthFirst({ example: shown(example, 'month-first') }) },
            ]}
          />
        ))}
        <Actions>
          <Button>{q.answer}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** Said only where it is not the usual order, or where a person chose. */
function OrdersAsRead({ batch }: { batch: Batch }) {
  const [q, w] = [useWords(questionWords), useWords(words)]
  const said = dayFields.flatMap(field => {
    const found = batch.dayOrders[field]
    return found?.order && (found.order === 'month-first' || found.by === 'person' || found.by === 'remembered')
      ? [q.read({ column: w.fields[field], order: q.orders[found.order] })]
      : []
  })
  if (said.length === 0) return null
  return (
    <Notice kind="info" title={q.howRead}>
      {said.join('; ')}
    </Notice>
  )
}

/** What `FileChoices` begins with, by the names of its fields. */
export const chosenBefore = ({ settings, office, dayOrders: orders }: Batch): Values => ({
  office: settings.office ?? office.code ?? '',
  kind: settings.kind ?? '',
  partnerClass: settings.partnerClass ?? '',
  ...Object.fromEntries(dayFields.map(field => [`dayOrder.${field}`, settings.dayOrder[field] ?? orders[field]?.order ?? ''])),
})

/** What stands chosen, by its name where that is known here. */
const officeLabel = ({ settings, office }: Batch): string | undefined =>
  settings.office && settings.office !== office.code ? undefined : office.name

/** One value for all rows that say none, and the order of each column of days. */
export function FileChoices({ batch }: { batch: Batch }) {
  const [q, w] = [useWords(questionWords), useWords(words)]
  const { locale } = useViewer()
  const classes = classesIn(locale)
  return (
    <Section title={q.forAll}>
      <p>{q.forAllHint}</p>
      <ComboField name="office" label={q.office} source="/satuan-kerja/pilihan" valueLabel={officeLabel(batch)} optional />
      <SelectField
        name="kind"
        label={w.fields.kind}
        options={kinds.map(kind => ({ value: kind, label: q.kinds[kind] }))}
        placeholder={q.none}
        optional
      />
      <SelectField
        name="partnerClass"
        label={w.fields.partnerClass}
        options={partnerClasses.map(each => ({ value: each, label: classes[each] }))}
        placeholder={q.none}
        optional
      />
      {dayFields
        .filter(field => batch.dayOrders[field])
        .map(field => (
          <SelectField
            name={`dayOrder.${field}`}
            label={q.orderIn({ column: batch.headers[batch.mapping[field] ?? -1] ?? w.fields[field] })}
            options={dayOrders.map(order => ({ value: order, label: q.orders[order] }))}
            placeholder={q.none}
            optional
          />
        ))}
    </Section>
  )
}
