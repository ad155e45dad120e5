import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { TickField } from '../../../web/ui/choice-field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Progress } from '../../../web/ui/progress.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import { words as organisation } from '../../organisation/words.ts'
import type { Gaps } from '../schema/gaps.ts'
import type { LettersRun } from '../schema/letters.ts'
import { words } from '../words/words.ts'
import { addressOf } from './address.ts'

type Preview = { letters: number; without: number; gaps: Gaps }
type Props = {
  meeting: { id: string; name: string }
  letter: 'invitation' | 'reminder'
  preview: Preview
  errors: Errors
  idempotencyKey: string
}

/** Before letters leave: how many, which positions nobody holds, and the button that sends them. */
export function SendPage({ meeting, letter, preview: { letters, without, gaps }, errors, idempotencyKey }: Props) {
  const w = useWords(words)
  const f = useWords(frame)
  const address = addressOf(meeting.id)
  const own = letter === 'invitation'
  const any = letters || (own && without)
  return (
    <>
      <PageHead title={own ? w.sendTitle : w.remindTitle} lead={meeting.name} />
      <p>{any ? (own ? w.sendLead : w.remindLead)({ letters }) : own ? w.sendNone : w.remindNone}</p>
      <GapList gaps={gaps} />
      {own && without ? <p>{w.without({ count: without })}</p> : null}
      <Form action={`${address}/${own ? 'kirim' : 'pengingat'}`} {...{ errors, idempotencyKey }}>
        {own && without ? <TickField name="byHand" label={w.byHand} /> : null}
        <Actions>
          {any ? <Button>{(own ? w.sendButton : w.remindButton)({ letters })}</Button> : null}
          <ButtonLink href={address} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

/** What is said before anything is sent: vacant positions, those held twice, whom several rules name. */
function GapList({ gaps: { positions, twice, busy, busyNames } }: { gaps: Gaps }) {
  const w = useWords(words)
  const o = useWords(organisation)
  if (!positions.length && !twice && !busy) return null
  const named = (position: string) => o.positionKinds[position as keyof typeof o.positionKinds] ?? position
  const some = (names: readonly string[], count: number) =>
    count > names.length ? w.andMore({ names: names.join(', ') }) : names.join(', ')
  return (
    <Section title={w.gaps} lead={w.gapsLead}>
      <ul>
        {positions.map(({ position, vacant, vacantAt, doubled, doubledAt }) => (
          <>
            {vacant ? (
              <li>
                {w.vacantAt({ position: named(position), count: vacant })}
                <br />
                <small>{some(vacantAt, vacant)}</small>
              </li>
            ) : null}
            {doubled ? (
              <li>
                {w.doubledAt({ position: named(position), count: doubled })}
                <br />
                <small>{some(doubledAt, doubled)}</small>
              </li>
            ) : null}
          </>
        ))}
        {twice ? <li>{w.twice({ count: twice })}</li> : null}
        {busy ? (
          <li>
            {w.busyMany({ count: busy })}
            <br />
            <small>{some(busyNames, busy)}</small>
          </li>
        ) : null}
      </ul>
    </Section>
  )
}

/** How far the last letters are; when they have left, how many there were. */
export function Letters({ run }: { run: LettersRun }) {
  const w = useWords(words)
  if (!run.finished) return <Progress label={w.lettersOf[run.letter]} done={run.done} total={run.total} run={run.id} />
  return (
    <>
      {run.state === 'done' ? null : <Notice kind="warning">{w.lettersEnded}</Notice>}
      <p class="hint">{w.lettersDone[run.letter]({ letters: run.letters })}</p>
    </>
  )
}
