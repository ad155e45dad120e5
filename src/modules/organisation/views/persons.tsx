import { roleNames, roles } from '../../../platform/authority/roles.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { SelectField, TickField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { type ActiveFilter, FilterBar } from '../../../web/ui/filter-bar.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Pager } from '../../../web/ui/pager.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Inviter, PersonRow } from '../schema.ts'
import { words } from '../words.ts'
import { Inviters } from './inviters.tsx'

type Values = { [name in 'q' | 'kantor' | 'bawahan' | 'peran' | 'berhenti']?: string | undefined }
type ListProps = {
  persons: PersonRow[]
  next: string | null
  previous: string | null
  url: string
  values: Values
  officeName?: string | undefined
  mayRegister: boolean
  /** Who may register people at the viewer's office; null when the viewer may. */
  inviters: Inviter[] | null
}

export function PersonsPage({ persons, next, previous, url, values, officeName, mayRegister, inviters }: ListProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  const role = roleNames.find(each => each === values.peran)
  const active: ActiveFilter[] = [
    ...(values.kantor
      ? [
          {
            label: `${officeName ?? values.kantor}${values.bawahan ? ` (${w.belowToo.toLowerCase()})` : ''}`,
            parameters: ['kantor', 'bawahan'],
          },
        ]
      : []),
    ...(role ? [{ label: roles[role].name[locale], parameters: ['peran'] }] : []),
    ...(values.berhenti ? [{ label: w.leftToo, parameters: ['berhenti'] }] : []),
  ]
  return (
    <>
      <PageHead title={w.people} lead={w.peopleLead}>
        {mayRegister ? (
          <ButtonLink href="/orang/baru" kind="primary">
            {w.register}
          </ButtonLink>
        ) : null}
        {mayRegister ? <ButtonLink href="/impor-orang">{w.importPeople}</ButtonLink> : null}
        <ButtonLink href="/jabatan">{w.positions}</ButtonLink>
      </PageHead>
      <FilterBar url={url} values={values} search={w.personSearch} active={active}>
        <ComboField name="kantor" label={w.office} hint={w.officeHint} source="/satuan-kerja/pilihan" valueLabel={officeName} optional />
        <TickField name="bawahan" label={w.belowToo} />
        <SelectField name="peran" label={w.role} optional options={roleNames.map(value => ({ value, label: roles[value].name[locale] }))} />
        <TickField name="berhenti" label={w.leftToo} />
      </FilterBar>
      <PersonTable
        caption={w.people}
        persons={persons}
        filtered={active.length > 0 || Boolean(values.q)}
        advice={mayRegister ? w.noPeopleHint : undefined}
      />
      {inviters ? <Inviters inviters={inviters} /> : null}
      <Pager
        previous={previous && withQuery(url, { sesudah: null, sebelum: previous })}
        next={next && withQuery(url, { sebelum: null, sesudah: next })}
      />
    </>
  )
}

type TableProps = { caption: string; persons: PersonRow[]; filtered?: boolean; advice?: string | undefined }

export function PersonTable({ caption, persons, filtered = false, advice }: TableProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <Table
      caption={caption}
      quiet
      rows={persons}
      columns={[
        { key: 'name', label: w.name, kind: 'main', value: person => <a href={`/orang/${person.id}`}>{person.name}</a> },
        {
          key: 'position',
          label: w.positionOrPartner,
          value: person =>
            [
              ...person.positions.map(
                ({ position, office, acting }) => `${acting ? `${w.actingShort[acting]} ` : ''}${position}, ${office}`,
              ),
              ...person.partners,
            ].join('; ') || '–',
        },
        { key: 'role', label: w.role, value: person => person.roles.map(role => roles[role].name[locale]).join(', ') || '–' },
        { key: 'state', label: w.state, kind: 'status', value: person => <PersonState state={person.state} /> },
      ]}
      empty={
        filtered ? <EmptyState title={w.nobodyFound}>{w.nobodyFoundHint}</EmptyState> : <EmptyState title={w.noPeople}>{advice}</EmptyState>
      }
    />
  )
}

export function PersonState({ state }: { state: PersonRow['state'] }) {
  const w = useWords(words)
  const tones: Record<PersonRow['state'], Tone> = { new: 'neutral', invited: 'info', active: 'good', left: 'muted' }
  return <Status tone={tones[state]}>{w.states[state]}</Status>
}
