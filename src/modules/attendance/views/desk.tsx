import { tagOf, zones } from '../../../platform/i18n/format.ts'
import { useScript } from '../../../web/needs.ts'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { RadioField, SelectField } from '../../../web/ui/choice-field.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Desk } from '../schema/attendance.ts'
import { words } from '../words/words.ts'

const blank = { name: '{name}', time: '{time}', count: '{count}', desk: '{desk}', meeting: '{meeting}' }

/** How a person is called in the list of names of a desk. */
export const calledAt = ({ name, of }: { name: string; of: string }): string => (of ? `${name} – ${of}` : name)

type Props = { desk: Desk; eventId: string; person: string; values: Values; errors: Errors }

/**
 * Where attendance is noted. Without a script it is a form that notes one person; `<attendance-desk>` makes of it what works for days
 * without a connection: it reads badges by itself, keeps what it notes and sends it when it can.
 */
export function DeskPage({ desk, eventId, person, values, errors }: Props) {
  useScript('attendance-desk')
  const w = useWords(words)
  const { locale, zone } = useViewer()
  const address = `/rapat/${desk.meeting.id}/meja`
  if (!desk.people.length)
    return (
      <>
        <PageHead title={w.desk} status={desk.meeting.name} />
        <EmptyState title={w.nobody}>{w.nobodyHint}</EmptyState>
      </>
    )
  const said = {
    ready: w.ready,
    cameIn: w.cameIn(blank),
    wentOut: w.wentOut(blank),
    already: w.already(blank),
    alreadyThere: w.alreadyThere(blank),
    notThere: w.notThere(blank),
    unknownName: w.unknownName,
    severalNames: w.severalNames,
    ...w.problems,
    notInvited: w.notInvited,
    notStored: w.notStored,
    count: w.deskCount(blank),
    waits: w.deskWaits(blank),
    sent: w.deskSent,
    camera: w.camera,
    cameraOff: w.cameraOff,
    noCamera: w.noCamera,
    title: w.batchTitle({ ...blank, meeting: desk.meeting.name }),
    locale: tagOf(locale),
    zone,
    zoneName: zones[zone],
  }
  const { publicKey, people, there, now, meeting } = desk
  return (
    <>
      <PageHead title={w.desk} status={desk.meeting.name} lead={w.deskLead} />
      <attendance-desk
        data-keep=""
        data-meeting={meeting.id}
        data-person={person}
        data-url={`${address}/kirim`}
        data-desk={JSON.stringify({ publicKey, people, there, now })}
        data-words={JSON.stringify(said)}
      >
        <p class="desk-answer" role="status" data-tone="ready" hidden>
          {w.ready}
        </p>
        <Form action={address} values={values} errors={errors} hidden={{ id: eventId }}>
          <TextField name="who" label={w.who} hint={w.whoHint} maxLength={400} autofocus list="desk-people" />
          <datalist id="desk-people">
            {people.map(each => (
              <option value={calledAt(each)} label={each.proxy ? `${calledAt(each)}, ${w.sentIs({ name: each.proxy })}` : undefined} />
            ))}
          </datalist>
          <SelectField name="session" label={w.session} options={desk.sessions.map(({ id, title }) => ({ value: id, label: title }))} />
          <RadioField
            name="kind"
            label={w.direction}
            inline
            options={(['in', 'out'] as const).map(value => ({ value, label: w.directions[value] }))}
          />
          <TextField name="proxy" label={w.proxy} hint={w.proxyHint} optional maxLength={200} />
          <TextField name="source" label={w.deskName} maxLength={60} size="medium" />
          <Actions>
            <Button>{w.note}</Button>
            <Button kind="secondary" type="button" name="camera" hidden>
              {w.camera}
            </Button>
          </Actions>
        </Form>
        <video class="desk-camera" muted playsinline hidden />
        <p class="hint" data-part="count" />
        <p class="hint" data-part="waits" role="status" />
      </attendance-desk>
    </>
  )
}
