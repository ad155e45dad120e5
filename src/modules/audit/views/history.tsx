import { formatNumber } from '../../../platform/i18n/format.ts'
import { textIn } from '../../../platform/i18n/words.ts'
import type { Fields } from '../../../platform/subject/fields.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { type Definition, Definitions } from '../../../web/ui/definitions.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { History } from '../../../web/ui/history.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { changesIn, fieldIn, type Reading, valueIn } from '../rules/telling.ts'
import type { HistoryLine, Verification } from '../schema.ts'
import { words } from '../words/words.ts'

type HistoryProps = {
  label: string
  lines: readonly HistoryLine[]
  fields: Fields
}

/** The history of one thing for its own page: what `audit.history` answers; nothing when there is nothing to read. */
export function HistoryList({ label, lines, fields }: HistoryProps) {
  const viewer = useViewer()
  if (lines.length === 0) return null
  const revisions = lines.map(line => ({
    at: line.at,
    by: line.person.name,
    what: capital(textIn(line.deed, viewer.locale)),
    changes: changesIn(line, viewer, fields),
  }))
  return <History label={label} revisions={revisions} />
}

/** The history as the last part of a page, folded away; nothing for those who may not read it. */
export function HistorySection({ lines, fields }: Omit<HistoryProps, 'label'>) {
  const w = useWords(words)
  if (lines.length === 0) return null
  return (
    <details class="part">
      <summary>
        {w.history} ({lines.length})
      </summary>
      <HistoryList label={w.history} lines={lines} fields={fields} />
    </details>
  )
}

type SubjectHistoryProps = { title: string; lines: HistoryLine[]; next: number | null; url: string; fields: Fields }

export function SubjectHistory({ title, lines, next, url, fields }: SubjectHistoryProps) {
  const w = useWords(words)
  const viewer = useViewer()
  const subject = lines[0]?.subject
  return (
    <>
      <PageHead title={title} lead={w.lead}>
        {subject?.path ? <ButtonLink href={subject.path}>{w.open}</ButtonLink> : null}
      </PageHead>
      {lines.length ? (
        <HistoryList label={w.history} lines={lines} fields={fields} />
      ) : (
        <EmptyState title={w.none}>{w.noneHint}</EmptyState>
      )}
      {lines.some(({ revisions }) => revisions.length) ? (
        <Section title={w.earlier}>
          {lines.flatMap(line =>
            line.revisions.map(revision => (
              <details>
                <summary>
                  <When at={line.at} /> · {line.person.name}
                </summary>
                <Definitions items={stateIn(revision.before, { viewer, fields, kind: line.subject.kind, names: line.names })} />
              </details>
            )),
          )}
        </Section>
      ) : null}
      <Pager url={url} next={next} />
    </>
  )
}

const stateIn = (state: object, reading: Reading): Definition[] =>
  Object.entries(state).flatMap(([field, value]) => {
    const term = fieldIn(field, reading)
    return term ? [{ term, value: valueIn(value, reading, field) }] : []
  })

export function VerificationView({ result }: { result: Verification }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const { lines, head, broken } = result
  return (
    <>
      <PageHead title={w.verify} />
      {broken ? (
        <Notice kind="error" title={w.broken}>
          {w.brokenText({ line: formatNumber(locale, broken.id), why: w.why[broken.why] })}
        </Notice>
      ) : (
        <Notice kind="success" title={w.verified}>
          {w.verifiedText({ lines })}
        </Notice>
      )}
      <Definitions items={[{ term: w.head, value: <code>{head}</code> }]} />
      <p class="hint">{w.headHint}</p>
    </>
  )
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1).replace(/:$/, '')
