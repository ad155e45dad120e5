import type { ComponentChild, ComponentChildren } from 'preact'
import { formatNumber, zones } from '../../../platform/i18n/format.ts'
import { Status } from '../../../web/ui/badge.tsx'
import { Button, ButtonLink } from '../../../web/ui/button.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { CountLink } from '../../../web/ui/count.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { DateField, TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { Anchors, Gist, PageHead, Section } from '../../../web/ui/page-head.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Counts } from '../../things/schema.ts'
import type { Grant, Inviter, Office, PersonRow } from '../schema.ts'
import { words } from '../words.ts'
import { GrantTable } from './grants.tsx'
import { Inviters } from './inviters.tsx'
import { OfficeTable } from './offices.tsx'
import { PersonTable } from './persons.tsx'

type Props = {
  office: Office & { above: { id: string; name: string; inReach: boolean }[] }
  below: Office[]
  /** What is counted of those below. */
  tallies: Counts
  persons: PersonRow[]
  grants: Grant[]
  may: { write: boolean; register: boolean; give: boolean }
  /** Who may register people here; null when the viewer may. */
  inviters: Inviter[] | null
  history?: ComponentChildren
  /** What other modules know of it, and what stands at the foot of every page. */
  sections: readonly ComponentChild[]
  shared: readonly ComponentChild[]
}

export function OfficeView({ office, below, tallies, persons, grants, may, inviters, history, sections, shared }: Props) {
  const w = useWords(words)
  const { locale } = useViewer()
  const parent = office.above.at(-1)
  return (
    <>
      <PageHead
        title={office.name}
        status={office.closedOn ? <Status tone="muted">{w.closed}</Status> : undefined}
        lead={
          <>
            {w.kinds[office.kind]}
            {parent ? ', ' : ''}
            {parent?.inReach ? <a href={`/satuan-kerja/${parent.id}`}>{parent.name}</a> : parent?.name}
          </>
        }
      >
        {may.register ? (
          <ButtonLink href={`/orang/baru?kantor=${office.code}`} kind="primary">
            {w.register}
          </ButtonLink>
        ) : null}
        {may.give ? <ButtonLink href={`/peran/baru?kantor=${office.code}`}>{w.give}</ButtonLink> : null}
        {may.write ? <ButtonLink href={`/satuan-kerja/${office.id}/ubah`}>{w.changeOffice}</ButtonLink> : null}
        {may.write && office.kind !== 'village' ? (
          <ButtonLink href={`/satuan-kerja/baru?induk=${office.code}`}>{w.openOfficeBelow}</ButtonLink>
        ) : null}
      </PageHead>
      <Gist parts={sections} />
      <Anchors
        parts={[
          ...sections,
          { id: 'orang', title: w.peopleHere, count: persons.length },
          ...(below.length ? [{ id: 'bawahan', title: w.below, count: office.children }] : []),
          { id: 'tentang', title: w.aboutOffice },
          ...shared,
        ]}
      />
      {sections}
      <Section
        title={w.peopleHere}
        id="orang"
        aside={persons.length ? <a href={`/orang?kantor=${office.code}`}>{w.allHere}</a> : undefined}
      >
        <PersonTable caption={w.peopleHere} persons={persons} />
        {inviters ? <Inviters inviters={inviters} /> : null}
        {grants.length ? (
          <details>
            <summary>{`${w.grantsHere} (${formatNumber(locale, grants.length)})`}</summary>
            <GrantTable caption={w.grantsHere} grants={grants} named back={`/satuan-kerja/${office.id}`} />
          </details>
        ) : null}
      </Section>
      {below.length ? (
        <Section
          title={w.below}
          id="bawahan"
          aside={
            office.children > below.length ? (
              <span>
                {w.someOf({ shown: formatNumber(locale, below.length), all: formatNumber(locale, office.children) })}{' '}
                <CountLink href={`/satuan-kerja?induk=${office.code}`} count={office.children}>
                  {w.allHere}
                </CountLink>
              </span>
            ) : undefined
          }
        >
          <Below offices={below} tallies={tallies} />
        </Section>
      ) : null}
      <Section title={w.aboutOffice} id="tentang">
        <Definitions
          items={[
            { term: w.code, value: <code>{office.code}</code> },
            { term: w.zone, value: zones[office.zone] },
            { term: w.openedOn, value: <When on={office.openedOn} /> },
            { term: w.closedOn, value: office.closedOn ? <When on={office.closedOn} /> : null },
          ]}
        />
      </Section>
      {shared}
      {history}
    </>
  )
}

/** Those of which there is something to tell; the others, where they are many, are folded. */
function Below({ offices, tallies }: { offices: Office[]; tallies: Counts }) {
  const w = useWords(words)
  const busy = offices.filter(({ id }) => tallies.cells[id]?.some(cell => cell !== null))
  const quiet = offices.filter(office => !busy.includes(office))
  if (!busy.length || quiet.length < fewQuiet) return <OfficeTable caption={w.below} offices={offices} tallies={tallies} />
  return (
    <>
      <OfficeTable caption={w.below} offices={busy} tallies={tallies} />
      <details>
        <summary>{w.quiet({ count: quiet.length })}</summary>
        <OfficeTable caption={w.below} offices={quiet} tallies={tallies} />
      </details>
    </>
  )
}
const fewQuiet = 5

type FormProps = { values: Values; errors?: Errors; action: string; parentName?: string | undefined }

export function OfficeForm({
  values,
  errors = {},
  action,
  parentName,
  opening,
  stored,
}: FormProps & { opening: boolean; stored?: Values | undefined }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={opening ? w.openOffice : w.changeOffice} />
      <Form action={action} values={values} errors={errors} hidden={{ rev: asText(values.rev) || undefined }} stored={stored}>
        {opening ? (
          <ComboField name="parentId" label={w.parent} hint={w.officeHint} source="/satuan-kerja/pilihan" valueLabel={parentName} />
        ) : null}
        {opening ? <TextField name="code" label={w.code} hint={w.codeHint} size="short" maxLength={13} /> : null}
        <TextField name="name" label={w.name} maxLength={200} />
        <SelectField name="zone" label={w.zone} options={Object.entries(zones).map(([value, label]) => ({ value, label }))} />
        <DateField name="openedOn" label={w.openedOn} />
        {opening ? null : <DateField name="closedOn" label={w.closedOn} hint={w.closedHint} optional />}
        <Button>{opening ? w.openOffice : w.save}</Button>
      </Form>
    </>
  )
}
