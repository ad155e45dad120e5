import { formatNumber, formatTime } from '../../../platform/i18n/format.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import { isOver } from '../../../platform/runs/run.ts'
import { Status } from '../../../web/ui/badge.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Progress } from '../../../web/ui/progress.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { MeetingLetters } from '../schema/letters.ts'
import { type MeetingPapers, type PaperLine, phaseNames, phases } from '../schema/papers.ts'
import { certificateWords } from '../words/certificates.ts'
import { words } from '../words/words.ts'
import { addressOf } from './address.ts'
import { certificatesAddress } from './certificates.tsx'

const ids = { before: 'sebelum', during: 'saat', after: 'sesudah' } as const

type Props = MeetingPapers & { letters: MeetingLetters | null; errors?: Errors; idempotencyKey: string }

export function PapersPage({ meeting, papers, letters, errors, idempotencyKey }: Props) {
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
            {phase === 'after' ? <ToCertificates meeting={meeting.id} /> : null}
            {phase === 'before' && letters?.invited ? (
              <AllLetters letters={letters} errors={errors} idempotencyKey={idempotencyKey} />
            ) : null}
          </Section>
        ) : null
      })}
    </>
  )
}

function ToCertificates({ meeting }: { meeting: string }) {
  const w = useWords(certificateWords)
  return (
    <p>
      <a href={certificatesAddress(meeting)}>{w.toList}</a>
    </p>
  )
}

type LettersProps = { letters: MeetingLetters; errors: Errors | undefined; idempotencyKey: string }

/** The letters of everybody invited: how far they are, where they are had, and the button that makes them. */
function AllLetters({ letters: { meeting, invited, bundle }, errors, idempotencyKey }: LettersProps) {
  const w = useWords(words)
  const { locale, zone } = useViewer()
  const address = `/rapat/${meeting.id}/naskah/surat`
  if (bundle && !isOver(bundle)) {
    return <Progress label={w.making} done={bundle.done} total={bundle.total} run={bundle.run} />
  }
  return (
    <>
      <h3>{w.allLetters}</h3>
      <p class="hint">{w.allLettersLead}</p>
      {bundle && bundle.state !== 'done' ? <Notice kind="warning">{w.lettersEnded}</Notice> : null}
      {bundle?.state === 'done' ? (
        <p>
          <a href={`${address}/zip`}>{w.downloadLetters({ count: bundle.total, size: megabytes(locale, bundle.bytes) })}</a>{' '}
          <small>{w.madeAt({ at: formatTime(locale, bundle.createdAt, zone) })}</small>
        </p>
      ) : null}
      <Form action={address} errors={errors} idempotencyKey={idempotencyKey}>
        <Button kind="secondary">{(bundle ? w.makeAgain : w.makeLetters)({ count: invited })}</Button>
      </Form>
    </>
  )
}

const megabytes = (locale: Locale, bytes: number): string => `${formatNumber(locale, bytes / 1_000_000, 1)} MB`

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
