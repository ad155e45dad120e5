import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call, newId } from '../../../platform/operation/operation.ts'
import { onlyFor } from '../../../web/only-for.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { searchOffices } from '../../organisation/operations/offices.ts'
import { listMeetingKinds, searchRegions } from '../operations/read.ts'
import { changeMeeting, copyMeeting, createMeeting } from '../operations/write.ts'
import { localAt } from '../rules/local-time.ts'
import type { MeetingDetail } from '../schema/meetings.ts'
import { CopyForm, PlanForm } from '../views/forms.tsx'
import { words } from '../words/words.ts'
import { crumbs, loadMeeting } from './acts.tsx'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

export async function createPage(c: Request): Promise<Response> {
  onlyFor(c, 'meeting.write')
  return form(c, null, { values: { office: c.var.actor.office?.name, mode: 'onsite' } })
}

export const create = (c: Request): Promise<Response> =>
  submit(c, createMeeting, {
    choices: { office: searchOffices, region: searchRegions },
    done: ({ id }) =>
      redirect(
        c,
        `/rapat/${id}`,
        inWords(words, w => w.done.create),
      ),
    again: (values, errors, status) => form(c, null, { values, errors, status }),
  })

export async function changePage(c: Request): Promise<Response> {
  const meeting = await loadMeeting(c)
  return meeting.acts.includes('change') ? form(c, meeting, { values: valuesOf(meeting) }) : c.redirect(`/rapat/${meeting.id}`, 303)
}

export async function change(c: Request): Promise<Response> {
  const { id } = c.req.param() as { id: string }
  return submit(c, changeMeeting, {
    choices: { region: searchRegions },
    add: { id },
    done: () =>
      redirect(
        c,
        `/rapat/${id}`,
        inWords(words, w => w.done.change),
      ),
    again: async (values, errors, status) => {
      const meeting = await loadMeeting(c)
      return form(c, meeting, { values: { ...values, ...(status === 409 ? { rev: meeting.rev } : {}) }, errors, status })
    },
  })
}

async function form(c: Request, meeting: MeetingDetail | null, { values = {}, errors = {}, status = 200 }: Again): Promise<Response> {
  const { actor, kernel, viewer } = c.var
  const w = words[viewer.locale]
  const { kinds } = await call(kernel, actor, listMeetingKinds, {})
  const title = meeting ? w.change : w.add
  return show(
    c,
    { title, breadcrumbs: crumbs(c, meeting, title), status },
    <PlanForm
      meeting={meeting ?? undefined}
      kinds={kinds}
      zone={meeting?.zone ?? actor.zone ?? 'Asia/Jakarta'}
      values={values}
      errors={errors}
      stored={meeting && status === 409 ? valuesOf(meeting) : undefined}
      idempotencyKey={newId()}
    />,
  )
}

const valuesOf = (meeting: MeetingDetail): Values => ({
  ...meeting,
  kindId: meeting.kind.id,
  region: meeting.region?.name,
  startsAt: localAt(meeting.startsAt, meeting.zone),
  endsAt: meeting.endsAt && localAt(meeting.endsAt, meeting.zone),
  objectives: meeting.objectives.map(({ text }) => text).join('\n'),
})

export async function copyPage(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const meeting = await loadMeeting(c)
  if (!meeting.acts.length) return c.redirect(`/rapat/${meeting.id}`, 303)
  const title = words[c.var.viewer.locale].copy
  return show(
    c,
    { title, breadcrumbs: crumbs(c, meeting, title), status },
    <CopyForm meeting={meeting} values={values} errors={errors} idempotencyKey={newId()} />,
  )
}

export const copy = (c: Request): Promise<Response> =>
  submit(c, copyMeeting, {
    add: { id: c.req.param('id') },
    done: ({ id }) =>
      redirect(
        c,
        `/rapat/${id}`,
        inWords(words, w => w.done.copy),
      ),
    again: (values, errors, status) => copyPage(c, { values, errors, status }),
  })
