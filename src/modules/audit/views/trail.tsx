import { textIn } from '../../../platform/i18n/words.ts'
import { formats } from '../../../platform/spreadsheets/formats.ts'
import type { Fields } from '../../../platform/subject/fields.ts'
import type { Subjects } from '../../../platform/subject/subject.ts'
import { Exports } from '../../../web/list/exports.tsx'
import { FilterBar } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { firstPage } from '../../../web/list/read.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { gap } from '../../../web/ui/gap.ts'
import { Changes } from '../../../web/ui/history.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { unbroken } from '../../../web/ui/unbroken.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { changesIn, nameOf } from '../rules/telling.ts'
import type { AuditLine } from '../schema.ts'
import { words } from '../words/words.ts'
import { hidesSignIns, trailList } from './listing.ts'

type TrailProps = {
  lines: AuditLine[]
  total: number
  beyond: boolean
  next: number | null
  previous: number | null
  asked: ListQuery
  subjects: Subjects
  mayVerify: boolean
}

export function AuditTrail({ lines, total, beyond, next, previous, asked, subjects, mayVerify }: TrailProps) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.title} lead={w.lead}>
        {mayVerify ? <ButtonLink href="/jejak/pemeriksaan">{w.verify}</ButtonLink> : null}
      </PageHead>
      <FilterBar list={trailList(subjects)} asked={asked} />
      {hidesSignIns(asked.values) ? (
        <p class="hint">
          {w.noSignIns} <a href={withQuery(asked.url, { ...firstPage, masuk: 'ya' })}>{w.showSignIns}</a>
        </p>
      ) : null}
      <Found
        total={beyond ? undefined : total}
        exports={
          total ? (
            <Exports
              asks={{ ...asked.asks, ...(hidesSignIns(asked.values) ? { withoutSignIns: true } : {}) }}
              path="/api/v1/audit/export"
              formats={formats}
            />
          ) : null
        }
      >
        {beyond ? w.beyond({ count: total }) : w.count({ count: total })}
      </Found>
      {lines.length ? (
        <ol class="trail" aria-label={w.title}>
          {actionsIn(lines).map(action => (
            <Action fields={subjects.fields} lines={action} />
          ))}
        </ol>
      ) : (
        <EmptyState title={w.none}>{w.noneHint}</EmptyState>
      )}
      <Pager url={asked.url} previous={previous} next={next} />
    </>
  )
}

/** Lines that one action wrote stand together, as they do in the trail; and those of one that was done to the same thing again at once. */
function actionsIn(lines: readonly AuditLine[]): AuditLine[][] {
  const actions: AuditLine[][] = []
  for (const line of lines)
    if (actions.at(-1) && isOneWith(actions.at(-1)!.at(-1)!, line)) actions.at(-1)!.push(line)
    else actions.push([line])
  return actions
}

const isOneWith = (one: AuditLine, other: AuditLine): boolean =>
  one.transaction === other.transaction ||
  (one.operation === other.operation && one.subject.id === other.subject.id && one.person.id === other.person.id && one.door === 'job')

/** One action as a sentence: who did what, with what; then what changed, and what else changed with it. */
function Action({ lines, fields }: { lines: AuditLine[]; fields: Fields }) {
  const w = useWords(words)
  const viewer = useViewer()
  const { locale } = viewer
  const about = lines.find(({ operation, subject }) => isOf(operation, subject.kind))
  const main = about ?? lines[0]!
  const saysAll = !about && withoutObject.has(main.operation)
  const rest = saysAll ? lines : lines.filter(line => line !== main)
  return (
    <li>
      <p>
        <b>{main.person.name}</b> {textIn(main.deed, locale)} {saysAll || isOwn(main) ? null : <Subject line={main} />}
      </p>
      <p class="hint">
        <When at={main.at} short />
        {gap}
        {w.doors[main.door]}
        {saysAll || main.subject.id === 'all' ? null : (
          <>
            {gap}
            <a href={historyHref(main.subject)}>{w.history}</a>
          </>
        )}
      </p>
      {saysAll ? null : <Changes changes={changesIn(main, viewer, fields)} more={w.moreChanges} />}
      {rest.length ? (
        <details>
          <summary>{(saysAll ? w.these : w.also)({ count: rest.length })}</summary>
          <ul>
            {rest.map(line => (
              <li>
                <p>
                  {capital(textIn(line.subject.kindNames, locale))} <Subject line={line} />
                </p>
                <Changes changes={changesIn(line, viewer, fields)} more={w.moreChanges} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  )
}

function Subject({ line }: { line: AuditLine }) {
  const viewer = useViewer()
  const name = nameOf(line, viewer)
  return line.subject.path ? <a href={line.subject.path}>{unbroken(name)}</a> : <span>{unbroken(name)}</span>
}

/** Sentences that are whole without the thing: it is none of the things that were written. */
const withoutObject = new Set(['cycles.collectFindings'])

/** What people do to their own account names nobody else. */
const isOwn = ({ operation, person, subject }: AuditLine): boolean =>
  person.id === subject.id && /^(account|sessions|sign-in)\./.test(operation)

/**
 * Whether what an operation is named after is what a line is about: `findings.plan` and a finding, `answers.submit` and the form they fill.
 */
const isOf = (operation: string, kind: string): boolean =>
  operation.split('.')[0]!.replace('answers', 'assignments').replace(/s$/, '') === kind.replace('follow_up', 'followup')

export const historyHref = ({ kind, id }: { kind: string; id: string }): string =>
  `/jejak/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
