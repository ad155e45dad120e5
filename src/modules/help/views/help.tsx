import { Definitions } from '../../../web/ui/definitions.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { Inviter } from '../../organisation/schema.ts'
import type { Guide, LocalTask } from '../rules/guides.ts'
import type { FirstDays } from '../schema/first-days.ts'
import { longest } from '../schema/guides.ts'
import { guideWords } from '../words/guides.ts'
import { words } from '../words/words.ts'
import { Ask } from './ask.tsx'
import { FirstDaysList } from './first-days.tsx'
import { HelpSearch } from './search.tsx'
import { type ExplainedKind, StatusTable } from './statuses.tsx'
import { TaskSteps } from './task.tsx'
import { type Term, TermList } from './terms.tsx'

export type Found = { tasks: LocalTask[]; terms: Term[]; kinds: ExplainedKind[]; isNear: boolean }
type Props = {
  asked: string
  found: Found | null
  own: readonly Guide[]
  others: readonly Guide[]
  further: readonly LocalTask[]
  /** Whom to ask: those nearest, `self` where one looks after it oneself, `partner` for a contact of a partner. */
  firstDays: FirstDays
  ask: readonly Inviter[] | 'self' | 'partner'
}

/** What would you like to do: the guides of one's own roles first, the words, whom to ask, and how to work without a connection. */
export function HelpView({ asked, found, own, others, further, firstDays, ask }: Props) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      <HelpSearch action="/bantuan" label={w.search} asked={asked} hint={w.searchHint} />
      {asked && found && asked.length <= longest ? <Found asked={asked} found={found} /> : null}
      {own.map(guide => (
        <OwnGuide guide={guide} />
      ))}
      <Section title={w.further} id="semua-orang">
        <TaskLinks
          label={w.further}
          tasks={further.filter(({ key }) => !own.some(({ tasks }) => tasks.some(task => task.key === key)))}
          path="/bantuan/semua"
        />
      </Section>
      <Section title={w.wordsTitle} id="istilah">
        <ThingList
          label={w.wordsTitle}
          things={[
            { href: '/bantuan/istilah', head: w.terms, about: w.termsLead },
            { href: '/bantuan/status', head: w.statuses, about: w.statusesLead },
          ]}
        />
      </Section>
      {others.length ? (
        <Section title={w.others} id="peran-lain">
          <ThingList label={w.others} things={others.map(({ name, path }) => ({ href: path, head: w.guideOf({ role: name }) }))} />
        </Section>
      ) : null}
      <Ask ask={ask} />
      <Section title={w.offline} id="tanpa-jaringan">
        <p>
          {w.offlineText} <a href="/bantuan/semua#device-offline">{further.find(({ key }) => key === 'device-offline')?.title}</a>
        </p>
      </Section>
      <Keyboard />
      {firstDays.isNew ? <FirstDaysList firstDays={firstDays} /> : null}
    </>
  )
}

function OwnGuide({ guide: { role, name, path, tasks } }: { guide: Guide }) {
  const w = useWords(words)
  const week = useWords(guideWords)[role]
  return (
    <Section title={w.yoursOf({ role: name })} id={role} aside={<a href={path}>{w.whole}</a>} lead={week}>
      <TaskLinks label={name} tasks={tasks} path={path} />
    </Section>
  )
}

const TaskLinks = ({ label, tasks, path }: { label: string; tasks: readonly LocalTask[]; path: string }) => (
  <ThingList label={label} things={tasks.map(({ key, title }) => ({ href: `${path}#${key}`, head: title }))} />
)

function Found({ asked, found: { tasks, terms, kinds, isNear } }: { asked: string; found: Found }) {
  const w = useWords(words)
  const count = tasks.length + terms.length + kinds.reduce((sum, { statuses }) => sum + statuses.length, 0)
  const title = w.found({ count, words: asked })
  if (!count) return <EmptyState title={title}>{w.nothing}</EmptyState>
  return (
    <>
      <p role="status">{isNear ? w.similar({ words: asked }) : title}</p>
      {tasks.map(task => (
        <TaskSteps task={task} />
      ))}
      {terms.length ? (
        <Section title={w.terms}>
          <TermList terms={terms} />
        </Section>
      ) : null}
      {kinds.map(({ name, statuses }) => (
        <Section title={name}>
          <StatusTable name={name} statuses={statuses} />
        </Section>
      ))}
    </>
  )
}

function Keyboard() {
  const w = useWords(words)
  const f = useWords(frame)
  return (
    <Section title={w.keyboard} id="papan-tombol">
      <Definitions
        items={[
          { term: '/', value: w.keys.search },
          { term: 'Tab', value: w.keys.tab },
          { term: 'Enter', value: w.keys.enter },
        ]}
      />
      <p>{w.keys.skip({ skip: f.skip })}</p>
    </Section>
  )
}
