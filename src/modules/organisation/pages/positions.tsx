import { Hono } from 'hono'
import { can, nationally } from '../../../platform/authority/reach.ts'
import { type Env, type Request, redirect } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { askList } from '../../../web/list/ask.ts'
import { onlyFor } from '../../../web/only-for.ts'
import { show, submit } from '../../../web/show.tsx'
import { changePosition, createPosition, listPositions } from '../operations/positions.ts'
import type { Position } from '../schema.ts'
import { positionList } from '../views/listings.ts'
import { PositionForm, PositionsView } from '../views/positions.tsx'
import { receipts } from '../words/receipts.ts'
import { words } from '../words.ts'

export const positionPages = new Hono<Env>()

positionPages.get('/jabatan', async c => {
  const { asked, answer } = await askList(c, positionList, listPositions)
  const w = words[c.var.viewer.locale]
  return show(
    c,
    { title: w.positions, breadcrumbs: [{ href: '/orang', label: w.people }, { label: w.positions }] },
    <PositionsView positions={answer.positions} asked={asked} mayWrite={can(c.var.actor, 'setting.write', nationally)} />,
  )
})

positionPages.get('/jabatan/baru', c => {
  onlyFor(c, 'setting.write', nationally)
  return writing(c, '/jabatan', { level: 'any', rank: 100 })
})

positionPages.post('/jabatan', c =>
  submit(c, createPosition, {
    done: ({ name }) => redirect(c, '/jabatan', receipts.positionAdded({ name })),
    again: (values, errors, status) => writing(c, '/jabatan', values, errors, status),
  }),
)

positionPages.get('/jabatan/:id/ubah', async c => {
  onlyFor(c, 'setting.write', nationally)
  const position = await positionOf(c)
  return writing(c, `/jabatan/${position.id}/ubah`, position)
})

positionPages.post('/jabatan/:id/ubah', c =>
  submit(c, changePosition, {
    add: { id: c.req.param('id') },
    done: ({ name }) => redirect(c, '/jabatan', receipts.positionChanged({ name })),
    again: async (values, errors, status) => {
      if (status === 422) return writing(c, c.req.path, values, errors, status)
      const position = await positionOf(c)
      return writing(c, c.req.path, { ...values, rev: position.rev }, errors, status, position)
    },
  }),
)

async function positionOf(c: Request): Promise<Position> {
  const { positions } = await call(c.var.kernel, c.var.actor, listPositions, { ended: true })
  const position = positions.find(({ id }) => id === c.req.param('id'))
  if (!position) throw notFound()
  return position
}

function writing(c: Request, action: string, values: object, errors = {}, status: 200 | 422 | 409 = 200, stored?: Position) {
  const w = words[c.var.viewer.locale]
  const title = action === '/jabatan' ? w.addPosition : w.changePosition
  return show(
    c,
    { title, breadcrumbs: [{ href: '/orang', label: w.people }, { href: '/jabatan', label: w.positions }, { label: title }], status },
    <PositionForm values={values as never} errors={errors} action={action} title={title} stored={stored} />,
  )
}
