import type { ComponentChildren } from 'preact'
import { roles } from '../../../platform/authority/roles.ts'
import { explanationOf } from '../../../platform/guidance/status.ts'
import { formats } from '../../../platform/spreadsheets/formats.ts'
import type { Choice } from '../../../platform/values/choices.ts'
import { Exports } from '../../../web/list/exports.tsx'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { NothingFound } from '../../../web/list/nothing-found.tsx'
import { Pager } from '../../../web/list/pager.tsx'
import { type BulkChoice, forSeveral, Selection, useChoiceColumn } from '../../../web/list/selection.tsx'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { placesOf } from '../rules.ts'
import type { Inviter, PersonRow } from '../schema.ts'
import { words } from '../words.ts'
import { Inviters } from './inviters.tsx'
import { personList } from './listings.ts'

type ListProps = {
  persons: PersonRow[]
  total: number
  more: boolean
  next: string | null
  previous: string | null
  asked: ListQuery
  /** Who may have been meant where nobody is found. */
  near: readonly Choice[]
  officeName?: string | undefined
  mayRegister: boolean
  bulk: readonly BulkChoice[]
  /** Who may register people at the viewer's office; null when the viewer may. */
  inviters: Inviter[] | null
}

export function PersonsPage({
  persons,
  total,
  more,
  next,
  previous,
  asked,
  near,
  officeName,
  mayRegister,
  bulk: acts,
  inviters,
}: ListProps) {
  const w = useWords(words)
  const bulk = forSeveral(acts, total)
  const turning = { url: asked.url, previous, next, total, more }
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
      {inviters ? <Inviters inviters={inviters} most={2} /> : null}
      <FilterBar list={personList} asked={asked} names={{ kantor: officeName }} />
      {persons.length ? (
        <Found turning={turning} exports={<Exports asks={asked.asks} path="/api/v1/persons/export" formats={formats} />}>
          <Total value={total} more={more}>
            {w.peopleUnit({ count: total })}
          </Total>
        </Found>
      ) : null}
      <Selection choices={bulk} asked={asked} total={more ? undefined : total}>
        <PersonTable
          caption={w.people}
          persons={persons}
          bulk={bulk}
          empty={
            isFiltered(personList, asked) ? (
              <NothingFound list={personList} asked={asked} title={w.nobodyFound} near={near}>
                {w.nobodyFoundHint}
              </NothingFound>
            ) : (
              <EmptyState title={w.noPeople}>{mayRegister ? w.noPeopleHint : undefined}</EmptyState>
            )
          }
        />
      </Selection>
      <Pager {...turning} sizes />
    </>
  )
}

type TableProps = {
  caption: string
  persons: PersonRow[]
  bulk?: readonly BulkChoice[]
  empty?: ComponentChildren
}

export function PersonTable({ caption, persons, bulk = [], empty }: TableProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <Table
      caption={caption}
      quiet
      rows={persons}
      columns={[
        ...useChoiceColumn<PersonRow>(bulk, ({ name }) => name),
        { key: 'name', label: w.name, kind: 'main', value: person => <a href={`/orang/${person.id}`}>{person.name}</a> },
        {
          key: 'position',
          label: w.positionOrPartner,
          value: person => placesOf(person, w.actingShort).join('; ') || '–',
        },
        { key: 'role', label: w.role, value: person => person.roles.map(role => roles[role].name[locale]).join(', ') || '–' },
        { key: 'state', label: w.state, kind: 'status', value: person => <PersonState state={person.state} /> },
      ]}
      empty={empty ?? <EmptyState title={w.noPeople} />}
    />
  )
}

export function PersonState({ state, explained }: { state: PersonRow['state']; explained?: boolean }) {
  const w = useWords(words)
  const tones: Record<PersonRow['state'], Tone> = { new: 'neutral', invited: 'info', active: 'good', left: 'muted' }
  return (
    <Status tone={tones[state]} explained={explained ? explanationOf('person', state) : undefined}>
      {w.states[state]}
    </Status>
  )
}
