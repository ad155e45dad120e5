import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { type AnyOperation, call, newId } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { searchRegions } from '../operations/read.ts'
import { addRoom, changeRoom, listRooms, removeRoom } from '../operations/rooms.ts'
import type { RoomList } from '../schema/rooms.ts'
import { RoomForm, RoomsPage } from '../views/rooms.tsx'
import { words } from '../words/words.ts'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

export async function roomsPage(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const list = await load(c)
  const { rooms: title } = words[c.var.viewer.locale]
  return show(
    c,
    { title, breadcrumbs: crumbs(c, list), status },
    <RoomsPage list={list} values={values} errors={errors} idempotencyKey={newId()} />,
  )
}

export async function roomPage(c: Request, { values, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const list = await load(c)
  const room = list.rooms.find(({ id }) => id === c.req.param('room'))
  if (!room) throw notFound()
  if (status === 200 && !list.mayWrite) return c.redirect(`/rapat/${list.meeting.id}/ruang`, 303)
  const kept = { ...room, region: room.region?.name }
  return show(
    c,
    { title: room.name, breadcrumbs: crumbs(c, list, room.name), status },
    <RoomForm
      meeting={list.meeting}
      room={room}
      values={{ ...(values ?? kept), ...(status === 409 ? { rev: room.rev } : {}) }}
      errors={errors}
      stored={status === 409 ? kept : undefined}
    />,
  )
}

export const createRoom = (c: Request): Promise<Response> => act(c, addRoom, 'addRoom', { meeting: c.req.param('id') }, roomsPage)
export const saveRoom = (c: Request): Promise<Response> => act(c, changeRoom, 'changeRoom', { id: c.req.param('room') }, roomPage)
export const dropRoom = (c: Request): Promise<Response> => act(c, removeRoom, 'removeRoom', { id: c.req.param('room') }, roomPage)

const act = (
  c: Request,
  operation: AnyOperation & { output: { _zod: { output: RoomList } } },
  said: 'addRoom' | 'changeRoom' | 'removeRoom',
  add: object,
  page: (c: Request, again: Again) => Promise<Response>,
): Promise<Response> =>
  submit<RoomList>(c, operation, {
    add,
    choices: { region: searchRegions },
    done: ({ meeting }) =>
      redirect(
        c,
        `/rapat/${meeting.id}/ruang`,
        inWords(words, w => w.done[said]),
      ),
    again: (values, errors, status) => page(c, { values, errors, status }),
  })

const load = (c: Request): Promise<RoomList> => call(c.var.kernel, c.var.actor, listRooms, { meeting: c.req.param('id') ?? '' })

const crumbs = (c: Request, { meeting }: RoomList, here?: string) => {
  const w = words[c.var.viewer.locale]
  return [
    { href: '/rapat', label: w.meetings },
    { href: `/rapat/${meeting.id}`, label: meeting.name },
    { href: here ? `/rapat/${meeting.id}/ruang` : undefined, label: w.rooms },
    ...(here ? [{ label: here }] : []),
  ]
}
