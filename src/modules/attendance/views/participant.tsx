import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { TickField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { ParticipantDetail } from '../schema/participants.ts'
import { participantWords as words } from '../words/participants.ts'
import { calledAt } from './desk.tsx'
import { Meaning, useClock } from './participants.tsx'
import { reportAddress } from './participants-address.ts'

type Props = { detail: ParticipantDetail; mayRecord: boolean; values: Values; errors: Errors }

/** One name of a report, and the form that says who it is. */
export function ParticipantPage({ detail: { report, participant, people }, mayRecord, values, errors }: Props) {
  const w = useWords(words)
  const f = useWords(frame)
  const clock = useClock(report.zone)
  const { name, email, invitee, office, minutes, devices, connections } = participant
  return (
    <>
      <PageHead title={name || '–'} status={<Meaning participant={participant} />} lead={report.topic ?? report.file} />
      <Definitions
        items={[
          { term: w.email, value: email ?? '–' },
          { term: w.invitee, value: invitee?.name ?? '–' },
          { term: w.office, value: office?.name ?? '–' },
          { term: w.minutes, value: connections.length ? `${minutes} (${w.devices({ count: devices })})` : '–' },
        ]}
      />
      {mayRecord && report.state !== 'withdrawn' ? (
        <Section title={w.say} id="siapa">
          <p>{w.sayLead}</p>
          <Form action={`${reportAddress(report)}/${participant.id}`} values={values} errors={errors} hidden={{ rev: participant.rev }}>
            <TextField name="who" label={w.who} hint={w.whoHint} optional maxLength={400} list="report-people" />
            <datalist id="report-people">
              {people.map(each => (
                <option value={calledAt(each)} />
              ))}
            </datalist>
            <ComboField name="office" label={w.orOffice} hint={w.orOfficeHint} optional source="/satuan-kerja/pilihan" />
            <TickField name="nobody" label={w.nobody} />
            <TickField name="once" label={w.once} />
            <Actions>
              <Button>{w.save}</Button>
              <ButtonLink href={reportAddress(report)} kind="quiet">
                {f.cancel}
              </ButtonLink>
            </Actions>
          </Form>
        </Section>
      ) : null}
      {connections.length ? (
        <Section title={w.connections} id="sambungan">
          <Table
            caption={w.connections}
            quiet
            rows={connections}
            columns={[
              { key: 'baris', label: w.row, kind: 'main', value: ({ row }) => row },
              { key: 'jam', label: w.times, kind: 'date', value: ({ from, to }) => clock(from, to) },
            ]}
          />
        </Section>
      ) : null}
    </>
  )
}
