import { formatDay, formatNumber } from '../../../platform/i18n/format.ts'
import { Button, ButtonLink } from '../../../web/ui/button.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Progress } from '../../../web/ui/progress.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { Cycle } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { PhaseStatus } from './status.tsx'

/** `mayWrite`: plan, open, invite and close this cycle. */
export type CyclePowers = { mayWrite: boolean }
export type Run = { total: number; done: number; letters: number; finished: boolean }

/** Name, where it stands, until when, and what can be done with the cycle now; the next step first. */
export function CycleHead({ cycle, powers, lead }: { cycle: Cycle; powers: CyclePowers; lead: string | undefined }) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  const { id, phase } = cycle
  const isTaking = phase === 'open' || phase === 'late'
  const days = `${w.columns.due}: ${formatDay(locale, cycle.dueOn)} · ${w.closesOn(formatDay(locale, cycle.closesOn))}`
  return (
    <PageHead
      title={cycle.name}
      status={
        <>
          <PhaseStatus phase={phase} /> {days}
        </>
      }
      lead={lead}
    >
      {powers.mayWrite && phase === 'draft' ? (
        <>
          <Act action={`/evaluasi/${id}/pembukaan`} kind="primary" label={w.open} />
          <ButtonLink href={`/evaluasi/${id}/ubah`}>{w.changeCycle}</ButtonLink>
        </>
      ) : null}
      {powers.mayWrite && isTaking && cycle.instrument.sides.includes('partner') ? (
        <Act action={`/evaluasi/${id}/undangan`} kind="primary" label={w.inviteAll} />
      ) : null}
      {powers.mayWrite && (isTaking || phase === 'ahead') ? (
        <Act action={`/evaluasi/${id}/pembukaan`} kind="secondary" label={w.addNew} />
      ) : null}
      {powers.mayWrite && phase !== 'draft' && !cycle.closedAt ? <CloseDialog cycle={cycle} /> : null}
    </PageHead>
  )
}

export function CloseDialog({ cycle: { id } }: { cycle: Pick<Cycle, 'id'> }) {
  const w = useWords(evaluationWords)
  return (
    <Dialog trigger={w.close} href={`/evaluasi/${id}/penutupan`} id="penutupan" title={w.closeTitle}>
      <ClosePrompt id={id} />
    </Dialog>
  )
}

/** The same question inside the dialog and on a page of its own. */
export function ClosePrompt({ id }: { id: string }) {
  const w = useWords(evaluationWords)
  return (
    <>
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
      <ClosePrompt id={cycle.id} />
      <p>
        <a href={`/evaluasi/${cycle.id}`}>{f.cancel}</a>
      </p>
    </>
  )
}

/** How far the letters to all partners are; when they are written, how many there were. */
export function Invitations({ run, cycleId }: { run: Run; cycleId: string }) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  const n = (value: number) => formatNumber(locale, value)
  if (run.finished) return <p>{w.invitationsDone(n(run.letters), n(run.total))}</p>
  return <Progress label={w.inviting} done={run.done} total={run.total} source={`/evaluasi/${cycleId}/undangan`} />
}

const Act = ({ action, kind, label }: { action: string; kind: 'primary' | 'secondary' | 'danger'; label: string }) => (
  <form method="post" action={action}>
    <Button kind={kind}>{label}</Button>
  </form>
)
