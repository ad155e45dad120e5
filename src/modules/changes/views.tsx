import { Button } from '../../web/ui/button.tsx'
import { EmptyState } from '../../web/ui/empty-state.tsx'
import { Form } from '../../web/ui/form.tsx'
import { PageHead, Section } from '../../web/ui/page-head.tsx'
import { Table } from '../../web/ui/table.tsx'
import { ThingList } from '../../web/ui/thing-list.tsx'
import { When } from '../../web/ui/timeline.tsx'
import { useWords } from '../../web/viewer.ts'
import type { Change, Changes } from './schema.ts'
import { words } from './words/words.ts'

/** All that changed, and the button that makes the list begin anew. What came before stands in the trail, for whoever reads that. */
export function ChangesView({ since, line, changes, more, hasTrail }: Changes & { hasTrail: boolean }) {
  const w = useWords(words)
  const lead = (
    <span data-total={changes.length}>
      {w.lead} <When at={since} />.
    </span>
  )
  return (
    <>
      <PageHead title={w.title} lead={lead}>
        {changes.length || more ? (
          <Form action="/perubahan/dilihat">
            <input type="hidden" name="line" value={line} />
            <Button kind="secondary">{w.mark}</Button>
          </Form>
        ) : null}
      </PageHead>
      {more ? (
        <p>
          {changes.length ? w.more({ count: changes.length }) : w.moreUnread} {hasTrail ? <a href="/jejak">{w.trail}</a> : null}
        </p>
      ) : null}
      {changes.length || !more ? <ChangeTable caption={w.title} changes={changes} /> : null}
    </>
  )
}

/** The latest few, for the home page. */
export function LatestChanges({ changes, more }: Pick<Changes, 'changes' | 'more'>) {
  const w = useWords(words)
  return (
    <Section title={w.latest} id="perubahan">
      <ThingList
        label={w.latest}
        things={changes.map(({ path, name, others, deeds, by, at }) =>
          by.place === undefined
            ? {
                href: path,
                head: name,
                about: (
                  <>
                    {[others ? w.andOthers({ count: others }) : '', deeds.join(', ')].filter(Boolean).join(' · ')}
                    {' · '}
                    <By {...by} /> · <When at={at} short />
                  </>
                ),
              }
            : {
                href: path,
                head: `${by.place} ${deeds.join(', ')}`,
                about: (
                  <>
                    {name} · <When at={at} short />
                  </>
                ),
              },
        )}
      />
      {more ? <a href="/perubahan">{w.all}</a> : null}
    </Section>
  )
}

function What({ change: { name, path, others } }: { change: Change }) {
  const w = useWords(words)
  return (
    <>
      {path ? <a href={path}>{name}</a> : name}
      {others ? <small> {w.andOthers({ count: others })}</small> : null}
    </>
  )
}

/** At most three by name, of themselves or of their office. */
function By({ place, people, offices, others, system }: Change['by']) {
  const w = useWords(words)
  const all = [...(place ? [place] : []), ...people.map(({ name }) => name), ...offices]
  const named = all.slice(0, 3)
  const count = others + all.length - named.length
  const more = count ? [named.length ? w.moreBy({ count }) : w.othersBy({ count })] : []
  return <>{[...named, ...more, ...(system ? [w.system] : [])].join(', ')}</>
}

function ChangeTable({ caption, changes }: { caption: string; changes: Change[] }) {
  const w = useWords(words)
  return (
    <Table
      caption={caption}
      quiet
      rows={changes}
      columns={[
        { key: 'thing', label: w.thing, kind: 'main', value: change => <What change={change} /> },
        { key: 'done', label: w.done, value: ({ deeds }) => deeds.join(', ') },
        { key: 'by', label: w.by, value: ({ by }) => <By {...by} /> },
        { key: 'when', label: w.when, kind: 'date', value: ({ at }) => <When at={at} short /> },
      ]}
      empty={<EmptyState title={w.none}>{w.noneText}</EmptyState>}
    />
  )
}
