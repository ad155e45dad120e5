import type { ComponentChildren } from 'preact'
import { formatDay } from '../../../platform/i18n/format.ts'
import { Button, ButtonLink } from '../../../web/ui/button.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { gap } from '../../../web/ui/gap.ts'
import { MoreActs } from '../../../web/ui/more-acts.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Progress } from '../../../web/ui/progress.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { LetterPreview, LetterRun } from '../rules/letters.ts'
import { isTaking } from '../rules/phase.ts'
import type { Cycle } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { Without } from './letter-preview.tsx'
import { PhaseStatus } from './status.tsx'

/** `mayWrite`: plan, open and close this cycle; `mayInvite`: write to the partners that are asked, where one may remind. */
export type CyclePowers = { mayWrite: boolean; mayInvite: boolean }
type Place = { code: string; name: string } | null
type Waiting = { count: number; mayRemind: boolean; place: Place }

/** Name, where it stands, until when, and what can be done with the cycle now; the next step first. */
type Props = { cycle: Cycle; powers: CyclePowers; lead: ComponentChildren; waiting?: Waiting }

export function CycleHead({ cycle, powers, lead, waiting }: Props) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  const { id, phase } = cycle
  const taking = isTaking(phase)
  const waits = taking && waiting !== undefined && waiting.count > 0
  return (
    <PageHead
      title={cycle.name}
      status={
        <>
          <PhaseStatus phase={phase} explained />
          {gap}
          <span class="whole">{`${w.columns.due}: ${formatDay(locale, cycle.dueOn)}`}</span>
          {' · '}
          <span class="whole">{w.closesOn({ day: formatDay(locale, cycle.closesOn) })}</span>
        </>
      }
      lead={lead}
    >
      {powers.mayWrite && phase === 'draft' ? (
        <>
          <Act action={`/evaluasi/${id}/pembukaan`} rev={cycle.rev} kind="primary" label={w.open} />
          <ButtonLink href={`/evaluasi/${id}/ubah`}>{w.changeCycle}</ButtonLink>
        </>
      ) : null}
      {waits && waiting.mayRemind ? <Remind id={id} count={waiting.count} place={waiting.place} /> : null}
      <MoreActs>
        {waits && powers.mayInvite && cycle.instrument.sides.includes('partner') ? (
          <ButtonLink href={`/evaluasi/${id}/undangan${placeQuery(waiting.place)}`} kind="quiet">
            {w.inviteMany({ place: waiting.place?.name ?? '' })}
          </ButtonLink>
        ) : null}
        {powers.mayWrite && (taking || phase === 'ahead') ? (
          <Act action={`/evaluasi/${id}/pembukaan`} rev={cycle.rev} kind="quiet" label={w.addNew} />
        ) : null}
        {powers.mayWrite && phase !== 'draft' && !cycle.closedAt ? <CloseDialog cycle={cycle} /> : null}
      </MoreActs>
    </PageHead>
  )
}

/** To those who have not answered, in the whole cycle or at one place; who gets what is seen before it leaves. */
export function Remind({ id, count, place, kind = 'primary' }: RemindProps) {
  const w = useWords(evaluationWords)
  return (
    <ButtonLink href={`/evaluasi/${id}/pengingat${placeQuery(place)}`} kind={kind} count={count}>
      {w.remind({ count })}
    </ButtonLink>
  )
}

type RemindProps = { id: string; count: number; place: Place; kind?: 'primary' | 'secondary' }

const placeQuery = (place: Place): string => (place ? `?provinsi=${place.code}` : '')

type Closing = Pick<Cycle, 'id' | 'assignments' | 'submitted'>

export function CloseDialog({ cycle }: { cycle: Closing }) {
  const w = useWords(evaluationWords)
  return (
    <Dialog trigger={w.close} kind="quiet" href={`/evaluasi/${cycle.id}/penutupan`} id="penutupan" title={w.closeTitle}>
      <ClosePrompt cycle={cycle} />
    </Dialog>
  )
}

/** The same question inside the dialog and on a page of its own. */
export function ClosePrompt({ cycle: { id, assignments, submitted } }: { cycle: Closing }) {
  const w = useWords(evaluationWords)
  const missing = assignments - submitted
  return (
    <>
      {missing ? (
        <p>
          <b>{w.closeMissing({ missing, whole: assignments })}</b>
        </p>
      ) : null}
      <p>{w.closeText}</p>
      <Act action={`/evaluasi/${id}/penutupan`} kind="danger" label={w.close} />
    </>
  )
}

export function ClosePage({ cycle }: { cycle: Cycle }) {
  const w = useWords(evaluationWords)
  const f = useWords(frame)
  return (
    <>
      <PageHead title={w.closeTitle} lead={cycle.name} />
      <ClosePrompt cycle={cycle} />
      <p>
        <a href={`/evaluasi/${cycle.id}`}>{f.cancel}</a>
      </p>
    </>
  )
}

/** How far the last letters are; when they are written, how many there were, and whom they could not reach. */
export function Invitations({ run, preview }: InvitationsProps) {
  const w = useWords(evaluationWords)
  const l = w.letters[run.letter]
  if (!run.finished) return <Progress label={l.sending} done={run.done} total={run.total} run={run.id} />
  return (
    <>
      {run.state === 'done' ? null : <Notice kind="warning">{w.lettersEnded}</Notice>}
      <p>{l.done({ letters: run.letters, total: run.total })}</p>
      {preview ? <Without preview={preview} /> : null}
    </>
  )
}

type InvitationsProps = { run: LetterRun; preview: LetterPreview | null }

type ActProps = { action: string; rev?: number; kind: 'primary' | 'quiet' | 'danger'; label: string }

const Act = ({ action, rev, kind, label }: ActProps) => (
  <form method="post" action={action}>
    {rev === undefined ? null : <input type="hidden" name="rev" value={rev} />}
    <Button kind={kind}>{label}</Button>
  </form>
)
