import { formatNumber } from '../../../platform/i18n/format.ts'
import { FilterBar } from '../../../web/list/filter-bar.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { Button, ButtonLink } from '../../../web/ui/button.tsx'
import { type Option, SelectField } from '../../../web/ui/choice-field.tsx'
import { DateField, NumberField, TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { type Position, positionKinds, positionLevels } from '../schema.ts'
import { words } from '../words.ts'
import { positionList } from './listings.ts'

/** For a list to choose from, by level; `kind` leaves out what is not for an office of that kind. */
export const positionOptions = (positions: Position[], w: (typeof words)['id'], kind?: string): Option[] =>
  positions
    .filter(({ level }) => !kind || level === 'any' || level === kind)
    .map(({ id, name, level }) => ({ value: id, label: name, group: w.levels[level] }))

export function PositionsView({ positions, mayWrite, asked }: { positions: Position[]; mayWrite: boolean; asked: ListQuery }) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <>
      <PageHead title={w.positions} lead={w.positionsLead}>
        {mayWrite ? <ButtonLink href="/jabatan/baru">{w.addPosition}</ButtonLink> : null}
      </PageHead>
      <FilterBar list={positionList} asked={asked} />
      <Table
        caption={w.positions}
        quiet
        rows={positions}
        columns={[
          {
            key: 'name',
            label: w.name,
            kind: 'main',
            value: position => (mayWrite ? <a href={`/jabatan/${position.id}/ubah`}>{position.name}</a> : position.name),
          },
          { key: 'level', label: w.level, value: position => w.levels[position.level] },
          { key: 'rank', label: w.rank, kind: 'number', value: position => formatNumber(locale, position.rank) },
          { key: 'to', label: w.toOn, kind: 'date', value: position => (position.toOn ? <When on={position.toOn} short /> : '–') },
        ]}
      />
    </>
  )
}

type FormProps = { values: Values; errors?: Errors; action: string; title: string; stored?: Values | undefined }

export function PositionForm({ values, errors = {}, action, title, stored }: FormProps) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={title} />
      <Form action={action} values={values} errors={errors} stored={stored} hidden={{ rev: asText(values.rev) || undefined }}>
        <TextField name="name" label={w.name} maxLength={120} />
        <SelectField name="level" label={w.level} options={positionLevels.map(value => ({ value, label: w.levels[value] }))} />
        <SelectField
          name="kind"
          label={w.positionKind}
          hint={w.positionKindHint}
          optional
          options={positionKinds.map(value => ({ value, label: w.positionKinds[value] }))}
        />
        <NumberField name="rank" label={w.rank} hint={w.rankHint} whole optional />
        <DateField name="fromOn" label={w.fromOn} optional />
        <DateField name="toOn" label={w.toOn} hint={w.toOnHint} optional />
        <Button>{w.save}</Button>
      </Form>
    </>
  )
}
