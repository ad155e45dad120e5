import { Anchors, PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words } from '../words/words.ts'

export type ExplainedStatus = { key: string; label: string; means: string; next: string }
export type ExplainedKind = { kind: string; name: string; statuses: ExplainedStatus[] }

/** What every status means, by kind of thing: where it comes from, what comes next and who does it. */
export function StatusesView({ kinds }: { kinds: readonly ExplainedKind[] }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.statuses} lead={w.statusesLead} />
      <Anchors parts={kinds.map(({ kind, name }) => ({ id: kind, title: name }))} />
      {kinds.map(({ kind, name, statuses }) => (
        <Section title={name} id={kind}>
          <StatusTable name={name} statuses={statuses} />
        </Section>
      ))}
    </>
  )
}

export function StatusTable({ name, statuses }: { name: string; statuses: readonly ExplainedStatus[] }) {
  const w = useWords(words)
  return (
    <Table
      caption={name}
      quiet
      rows={statuses}
      columns={[
        { key: 'label', label: w.status, kind: 'main', value: ({ key, label }) => <b id={key}>{label}</b> },
        { key: 'means', label: w.means, value: ({ means }) => means },
        { key: 'next', label: w.next, value: ({ next }) => next },
      ]}
    />
  )
}
