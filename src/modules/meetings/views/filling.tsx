import { formatTime } from '../../../platform/i18n/format.ts'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { FileField } from '../../../web/ui/file-field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { Filled } from '../schema/filling.ts'
import type { ProgrammeView } from '../schema/programmes.ts'
import { words } from '../words/words.ts'

/** A spreadsheet with the programme, whose sessions go into the draft. */
export function FillForm({ programme, errors, idempotencyKey }: { programme: ProgrammeView; errors: Errors; idempotencyKey: string }) {
  const w = useWords(words)
  const f = useWords(frame)
  const address = `/rapat/${programme.meeting.id}/acara`
  return (
    <>
      <PageHead title={w.fill} lead={programme.meeting.name} />
      <p>{w.fillLead}</p>
      <Form action={`${address}/berkas`} hidden={{ rev: programme.rev }} errors={errors} idempotencyKey={idempotencyKey} multipart>
        <FileField name="file" label={w.file} hint={w.fileHint} accept=".xlsx,.csv,.json,.xml" />
        <Actions>
          <Button>{w.look}</Button>
          <ButtonLink href={address} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

/** What a file would bring, before anything is taken: `kept` is the file itself, which goes back with the button. */
export function FillPreview({ filled: { programme, added, known, problems, notes, sessions }, kept }: { filled: Filled; kept: string }) {
  const w = useWords(words)
  const f = useWords(frame)
  const { locale } = useViewer()
  const address = `/rapat/${programme.meeting.id}/acara`
  const columns: Column<Filled['sessions'][number]>[] = [
    {
      key: 'waktu',
      label: w.when,
      kind: 'date',
      value: ({ startsAt }) => (startsAt ? formatTime(locale, startsAt, programme.zone, 'short') : w.noTime),
    },
    {
      key: 'sesi',
      label: w.sessionTitle,
      kind: 'main',
      value: ({ title, class: group, room }) => (
        <>
          {title}
          <small>{[group, room].filter(Boolean).join(' – ')}</small>
        </>
      ),
    },
    { key: 'siapa', label: w.people, value: ({ people }) => people.join('; ') || '–' },
  ]
  return (
    <>
      <PageHead title={w.preview} lead={w.previewLead({ added, known })} />
      {added ? (
        <Form action={`${address}/berkas`} hidden={{ rev: programme.rev, kept }}>
          <Actions>
            <Button>{w.take({ count: added })}</Button>
            <ButtonLink href={`${address}/berkas`} kind="quiet">
              {w.otherFile}
            </ButtonLink>
          </Actions>
        </Form>
      ) : (
        <EmptyState title={w.nothingNew}>
          <a href={address}>{f.cancel}</a>
        </EmptyState>
      )}
      {problems.length + notes.length ? (
        <Section title={w.lost}>
          <ul>
            {problems.map(title => (
              <li>{w.noTimeRead({ title })}</li>
            ))}
            {notes.map(({ at, message }) => (
              <li>
                {at ? <code>{at}</code> : null} {message[locale]}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {added ? <Table caption={w.sessionsOf({ count: added })} columns={columns} rows={sessions} /> : null}
    </>
  )
}
