import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { NumberField, TextField } from '../../../web/ui/field.tsx'
import { FileField } from '../../../web/ui/file-field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { Entry, Round, RoundsOfMeeting } from '../schema/rounds.ts'
import { words } from '../words/words.ts'
import { Acts, EntryState } from './round.tsx'

type Filled = { values: Values; errors: Errors; stored?: Values | undefined; idempotencyKey?: string | undefined }

/** Which session the queue is for, and how long each may present. */
type PrepareProps = Filled & { meeting: string; sessions: RoundsOfMeeting['unprepared'] }
export function PrepareForm({ meeting, sessions, ...form }: PrepareProps) {
  const w = useWords(words)
  const f = useWords(frame)
  return (
    <>
      <PageHead title={w.prepare} lead={w.prepareLead} />
      {sessions.length ? (
        <Form action={`/rapat/${meeting}/putaran`} {...form}>
          <SelectField
            name="session"
            label={w.session}
            options={sessions.map(({ session, title }) => ({ value: session, label: title }))}
          />
          <NumberField name="minutes" label={w.minutes} hint={w.minutesHint} unit={w.unit} whole />
          <Actions>
            <Button>{w.prepare}</Button>
            <ButtonLink href={`/rapat/${meeting}`} kind="quiet">
              {f.cancel}
            </ButtonLink>
          </Actions>
        </Form>
      ) : (
        <EmptyState title={w.noSession}>{w.noSessionHint}</EmptyState>
      )}
    </>
  )
}

type EntryProps = Filled & { round: Round; entry?: Entry | undefined; place?: Pick<Filled, 'values' | 'errors'> | undefined }

/** A new office in the queue, or what one presents; those who run the round find there what can be done with its turn. */
export function EntryForm({ round, entry, place, values, errors, stored, idempotencyKey }: EntryProps) {
  const w = useWords(words)
  const f = useWords(frame)
  const back = `/putaran/${round.id}`
  const own = `${back}/penampil`
  return (
    <>
      <PageHead
        title={entry ? entry.office.name : w.add}
        status={entry ? <EntryState status={entry.status} /> : undefined}
        lead={<a href={back}>{round.title}</a>}
      />
      {entry?.acts.length ? (
        <Section title={w.arrange}>
          <Acts round={round} entry={entry} />
          {entry.acts.includes('moved') ? (
            <Form
              action={`${own}/${entry.id}/urutan`}
              hidden={{ rev: round.rev }}
              id="urutan"
              values={place?.values ?? { place: entry.place }}
              errors={place?.errors}
            >
              <NumberField name="place" label={w.toPlace} whole />
              <Actions>
                <Button kind="secondary">{w.acts.moved}</Button>
              </Actions>
            </Form>
          ) : null}
        </Section>
      ) : null}
      {entry && !entry.mayChange ? null : (
        <Section title={entry ? w.change : w.add}>
          <Form
            action={entry ? `${own}/${entry.id}` : own}
            hidden={entry ? { rev: asText(values.rev) } : {}}
            multipart
            {...{ values, errors, stored, idempotencyKey }}
          >
            {entry ? null : <ComboField name="office" label={w.office} source="/satuan-kerja/pilihan" />}
            {entry && !round.mayRun ? (
              <input type="hidden" name="stage" value={entry.stage} />
            ) : (
              <TextField name="stage" label={w.stage} hint={w.stageHint} minLength={2} maxLength={100} />
            )}
            <TextField name="topic" label={w.topic} minLength={3} maxLength={300} />
            {entry && !round.mayRun ? null : (
              <NumberField
                name="minutes"
                label={w.minutes}
                hint={w.minutesOwnHint({ minutes: round.minutes })}
                unit={w.unit}
                whole
                optional
              />
            )}
            <FileField
              name="files"
              label={w.file}
              hint={w.fileHint}
              optional
              kept={entry?.file ? [{ href: `/berkas/${entry.file.id}`, name: entry.file.name, bytes: entry.file.size }] : []}
            />
            <Actions>
              <Button>{entry ? w.save : w.add}</Button>
              <ButtonLink href={back} kind="quiet">
                {f.cancel}
              </ButtonLink>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}
