import { formatNumber } from '../../../platform/i18n/format.ts'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { NumberField, TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { Room, RoomList } from '../schema/rooms.ts'
import { words } from '../words/words.ts'

type Filled = { values: Values; errors: Errors; stored?: Values | undefined; idempotencyKey?: string | undefined }

/** `/rapat/:id/ruang`: the rooms of a meeting, and the form for one more. */
export function RoomsPage({ list: { meeting, rooms, mayWrite }, ...form }: Filled & { list: RoomList }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const address = `/rapat/${meeting.id}/ruang`
  const columns: Column<Room>[] = [
    {
      key: 'nama',
      label: w.room,
      kind: 'main',
      value: ({ id, name }) => (mayWrite ? <a href={`${address}/${id}`}>{name}</a> : name),
    },
    { key: 'muat', label: w.capacity, kind: 'number', value: ({ capacity }) => (capacity ? formatNumber(locale, capacity) : '–') },
    { key: 'tempat', label: w.place, value: ({ place, region }) => [place, region?.name].filter(Boolean).join(', ') || '–' },
    {
      key: 'tautan',
      label: w.link,
      value: ({ link }) =>
        link ? (
          <a href={link} rel="noreferrer">
            {link}
          </a>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <>
      <PageHead title={w.rooms} lead={w.roomsLead} />
      <Table caption={w.rooms} quiet columns={columns} rows={rooms} empty={<EmptyState title={w.noRooms} />} />
      {mayWrite ? (
        <Section title={w.addRoom} id="ruang-baru">
          <Form action={address} {...form}>
            <RoomFields />
            <Actions>
              <Button>{w.addRoom}</Button>
            </Actions>
          </Form>
        </Section>
      ) : null}
    </>
  )
}

/** One room, to change or to take away. */
export function RoomForm({ meeting, room, values, ...form }: Filled & { meeting: RoomList['meeting']; room: Room }) {
  const w = useWords(words)
  const f = useWords(frame)
  const address = `/rapat/${meeting.id}/ruang`
  return (
    <>
      <PageHead title={w.changeRoom} lead={meeting.name} />
      <Form action={`${address}/${room.id}`} hidden={{ rev: asText(values.rev ?? room.rev) }} values={values} {...form}>
        <RoomFields />
        <Actions>
          <Button>{w.saveRoom}</Button>
          <ButtonLink href={address} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
      <Section title={w.removeRoom} lead={w.removeRoomLead}>
        <Form action={`${address}/${room.id}/hapus`} hidden={{ rev: room.rev }}>
          <Actions>
            <Button kind="danger">{w.removeRoom}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  )
}

function RoomFields() {
  const w = useWords(words)
  return (
    <>
      <TextField name="name" label={w.roomName} maxLength={200} />
      <NumberField name="capacity" label={w.capacity} unit={w.persons} optional whole />
      <TextField name="link" label={w.link} type="url" optional maxLength={500} />
      <TextField name="place" label={w.otherPlace} hint={w.otherPlaceHint} optional maxLength={300} />
      <ComboField name="region" label={w.region} optional source="/api/v1/meetings/regions" />
    </>
  )
}
