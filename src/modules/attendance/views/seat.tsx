import { Badge, Status } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { RadioField } from '../../../web/ui/choice-field.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Timeline } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import { corrections, type SeatHistory } from '../schema/attendance.ts'
import { words } from '../words/words.ts'
import { addressOf, Remarks, tones, useStay } from './list.tsx'

/** `of` is which of the two forms `values` and `errors` are of. */
type Props = { seat: SeatHistory; of: 'seat' | 'badge'; values: Values; errors: Errors }
type FormProps = Omit<Props, 'of'>

/** What was noted of one person in one session, and the form that corrects it. */
export function SeatPage({ seat, of, values, errors }: Props) {
  const w = useWords(words)
  const stay = useStay(seat.zone)
  const { row, events, session } = seat
  return (
    <>
      <PageHead
        title={row.name}
        status={
          <>
            <Status tone={tones[row.status]}>{w.statuses[row.status]}</Status> <Remarks row={row} />
          </>
        }
        lead={session.title}
      />
      <Definitions
        items={[
          { term: w.office, value: row.office?.name ?? row.institution },
          { term: w.times, value: row.firstIn ? stay(row) : null },
          { term: w.minutes, value: row.minutes },
        ]}
      />
      <Section title={w.history}>
        {events.length ? (
          <Timeline
            label={w.history}
            items={events.map(event => ({
              at: event.at,
              title: (
                <>
                  {w.kinds[event.kind]} {event.voided ? <Badge>{w.voided}</Badge> : null}
                </>
              ),
              by: event.by ?? undefined,
              children: (
                <p>
                  {event.kind === 'void'
                    ? event.reason
                    : [
                        (event.source && event.method !== 'code' ? w.notedAt : w.notedAs)({
                          method: w.methods[event.method],
                          mode: w.modes[event.mode],
                          source: event.source,
                        }),
                        event.proxy ? w.proxyIs({ name: event.proxy }) : '',
                        event.reason,
                      ]
                        .filter(Boolean)
                        .join('; ')}
                </p>
              ),
            }))}
          />
        ) : (
          <EmptyState title={w.noHistory} />
        )}
      </Section>
      {seat.mayRecord ? <CorrectForm seat={seat} values={of === 'seat' ? values : {}} errors={of === 'seat' ? errors : {}} /> : null}
      {seat.mayRecord ? <BadgeForm seat={seat} values={of === 'badge' ? values : {}} errors={of === 'badge' ? errors : {}} /> : null}
    </>
  )
}

function CorrectForm({ seat: { meeting, session, row }, values, errors }: FormProps) {
  const w = useWords(words)
  const f = useWords(frame)
  const offered = corrections.filter(each => each !== 'once' || row.twice)
  return (
    <Section title={w.correct} id="perbaiki" lead={w.correctLead}>
      <Form action={`${addressOf(meeting.id)}/${session.id}/${row.id}`} values={values} errors={errors}>
        <RadioField name="is" label={w.is} options={offered.map(value => ({ value, label: w.corrections[value] }))} />
        <TextField name="reason" label={w.reason} minLength={3} maxLength={500} />
        <Actions>
          <Button>{w.correct}</Button>
          <ButtonLink href={`${addressOf(meeting.id)}?sesi=${session.id}`} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </Section>
  )
}

function BadgeForm({ seat: { meeting, session, row }, values, errors }: FormProps) {
  const w = useWords(words)
  return (
    <Section title={w.reissue} id="kode-baru" lead={w.reissueLead}>
      <Form action={`${addressOf(meeting.id)}/${session.id}/${row.id}/kode-baru`} values={values} errors={errors}>
        <TextField name="reason" label={w.reason} minLength={3} maxLength={500} />
        <Actions>
          <Button kind="secondary">{w.reissue}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
