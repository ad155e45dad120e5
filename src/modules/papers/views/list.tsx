import { Status } from '../../../web/ui/badge.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { useWords } from '../../../web/viewer.ts'
import { type MeetingPapers, type PaperLine, phaseNames, phases } from '../schema/papers.ts'
import { words } from '../words/words.ts'
import { addressOf } from './address.ts'

const ids = { before: 'sebelum', during: 'saat', after: 'sesudah' } as const

export function PapersPage({ meeting, papers }: MeetingPapers) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.papers} status={<a href={`/rapat/${meeting.id}`}>{meeting.name}</a>} lead={w.lead} />
      {phaseNames.map(phase => {
        const kinds: readonly PaperLine['kind'][] = phases[phase]
        const lines = papers.filter(({ kind }) => kinds.includes(kind))
        return lines.length ? (
          <Section title={w.phases[phase]} id={ids[phase]}>
            <PaperList meeting={meeting.id} papers={lines} label={w.phases[phase]} />
          </Section>
        ) : null
      })}
    </>
  )
}

/** Each with where it is read and had as a file, or why it is not there yet. */
export function PaperList({ meeting, papers, label }: { meeting: string; papers: readonly PaperLine[]; label: string }) {
  const w = useWords(words)
  return (
    <ThingList
      label={label}
      things={papers.map(paper => ({
        href: paper.ready ? addressOf(meeting, paper) : null,
        head: paper.title,
        about: paper.reason ?? w.uses[paper.kind],
        aside: paper.ready ? <Files meeting={meeting} paper={paper} /> : <Status tone="neutral">{w.notYet}</Status>,
      }))}
    />
  )
}

function Files({ meeting, paper }: { meeting: string; paper: PaperLine }) {
  const w = useWords(words)
  const { title } = paper
  return (
    <span class="paper-files">
      <a href={addressOf(meeting, paper, 'pdf')} aria-label={w.pdfOf({ title })}>
        {w.pdf}
      </a>{' '}
      <a href={addressOf(meeting, paper, 'word')} aria-label={w.wordOf({ title })}>
        {w.word}
      </a>
    </span>
  )
}
