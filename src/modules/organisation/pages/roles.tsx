import { Hono } from 'hono'
import { type Env, type Request, readForm, redirect } from '../../../platform/doors/request.ts'
import { inEach } from '../../../platform/i18n/words.ts'
import { call } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { onlyFor } from '../../../web/only-for.ts'
import { show, submit } from '../../../web/show.tsx'
import { createAppointment, endAppointment } from '../operations/appointments.ts'
import { delegateGrant } from '../operations/delegations.ts'
import { createGrant, listGrants, revokeGrant } from '../operations/grants.ts'
import { searchOffices, showOffice } from '../operations/offices.ts'
import { listPersons, searchPersons, showPerson } from '../operations/persons.ts'
import { listPositions } from '../operations/positions.ts'
import { positionsToGive, rolesToGive } from '../rules.ts'
import { DelegationForm, GrantForm } from '../views/grants.tsx'
import { AppointForm } from '../views/person-forms.tsx'
import { receipts } from '../words/receipts.ts'
import { words } from '../words.ts'
import { personPage } from './persons.tsx'

export const rolePages = new Hono<Env>()

rolePages.get('/orang/:id/jabatan', async c => {
  onlyFor(c, 'person.write')
  const { actor, viewer } = c.var
  const office = actor.office ? await call(c.var.kernel, actor, showOffice, { id: actor.office.id }) : null
  return appointing(c, { office: office?.code, fromOn: viewer.today }, office?.name)
})

rolePages.post('/orang/:id/jabatan', c =>
  submit(c, createAppointment, {
    choices: { office: searchOffices },
    add: { person: c.req.param('id') },
    done: () => redirect(c, `/orang/${c.req.param('id')}`, receipts.appointmentRecorded),
    again: (values, errors, status) => appointing(c, values, undefined, errors, status),
  }),
)

async function appointing(c: Request, values: object, officeName?: string, errors = {}, status: 200 | 422 | 409 = 200) {
  const w = words[c.var.viewer.locale]
  const person = await call(c.var.kernel, c.var.actor, showPerson, { id: c.req.param('id')! })
  const { positions } = await call(c.var.kernel, c.var.actor, listPositions, {})
  return show(
    c,
    {
      title: w.appoint,
      breadcrumbs: [{ href: '/orang', label: w.people }, { href: `/orang/${person.id}`, label: person.name }, { label: w.appoint }],
      status,
    },
    <AppointForm
      values={values as never}
      errors={errors}
      action={`/orang/${person.id}/jabatan`}
      positions={positionsToGive(c.var.actor, positions)}
      officeName={officeName}
      name={person.name}
    />,
  )
}

rolePages.post('/jabatan/pengangkatan/:id/akhir', c => {
  const id = c.req.param('id')
  return submit(c, endAppointment, {
    add: { id },
    done: () => redirect(c, backFrom(c), receipts.appointmentEnds),
    again: (values, errors, status) => personPage(c, String(values.person), { id, values, errors }, status),
  })
})

rolePages.get('/peran/baru', async c => {
  onlyFor(c, 'grant.write')
  const { kernel, actor, viewer } = c.var
  const { orang, kantor } = c.req.query()
  const person = orang ? await call(kernel, actor, showPerson, { id: orang }) : null
  const place = kantor ?? actor.office?.id
  const office = place ? await call(kernel, actor, showOffice, { id: place }) : null
  return giving(
    c,
    { person: person?.email, office: office?.code, fromOn: viewer.today },
    { personName: person?.name, officeName: office?.name },
  )
})

rolePages.post('/peran', c =>
  submit(c, createGrant, {
    choices: { person: searchPersons, office: searchOffices },
    done: ({ person, office }) => redirect(c, person ? `/orang/${person.id}` : `/satuan-kerja/${office?.id}`, receipts.roleGiven),
    again: (values, errors, status) => giving(c, values, {}, errors, status),
  }),
)

async function giving(
  c: Request,
  values: object,
  names: { personName?: string | undefined; officeName?: string | undefined },
  errors = {},
  status: 200 | 422 | 409 = 200,
) {
  const w = words[c.var.viewer.locale]
  const { positions } = await call(c.var.kernel, c.var.actor, listPositions, {})
  return show(
    c,
    { title: w.give, breadcrumbs: [{ href: '/orang', label: w.people }, { label: w.give }], status },
    <GrantForm
      values={values as never}
      errors={errors}
      positions={positionsToGive(c.var.actor, positions)}
      roles={rolesToGive(c.var.actor)}
      {...names}
    />,
  )
}

rolePages.post('/peran/:id/pencabutan', async c => {
  const { kembali } = await readForm(c)
  const to = typeof kembali === 'string' && /^\/(orang|satuan-kerja)\/[\w-]+$/.test(kembali) ? kembali : '/orang'
  return submit(c, revokeGrant, {
    add: { id: c.req.param('id') },
    done: () => redirect(c, to, receipts.roleRevoked),
    again: (_, errors) => warn(c, to, errors),
  })
})

rolePages.get('/delegasi/:id', c => delegating(c, { fromOn: c.var.viewer.today }))

rolePages.post('/delegasi/:id', c =>
  submit(c, delegateGrant, {
    add: { grantId: c.req.param('id') },
    done: () => redirect(c, `/orang/${c.var.actor.personId}`, receipts.roleDelegated),
    again: (values, errors, status) => delegating(c, values, errors, status),
  }),
)

async function delegating(c: Request, values: object, errors = {}, status: 200 | 422 | 409 = 200) {
  const { kernel, actor, viewer } = c.var
  const w = words[viewer.locale]
  if (!actor.personId || !actor.office) throw notFound()
  const id = c.req.param('id')!
  const { grants } = await call(kernel, actor, listGrants, { person: actor.personId })
  const office = grants.find(grant => grant.id === id)?.office?.id ?? actor.office.id
  const { persons } = await call(kernel, actor, listPersons, { office })
  const colleagues = persons.filter(person => person.id !== actor.personId)
  return show(
    c,
    { title: w.delegateTitle, breadcrumbs: [{ href: `/orang/${actor.personId}`, label: actor.name }, { label: w.delegateTitle }], status },
    <DelegationForm values={values as never} errors={errors} action={`/delegasi/${id}`} colleagues={colleagues} />,
  )
}

/** The page of this site that the form stood on. */
function backFrom(c: Request): string {
  const path = c.req.header('referer')?.match(/^https?:\/\/[^/]+(\/orang\/[\w-]+)/)?.[1]
  return path ?? '/orang'
}

function warn(c: Request, to: string, errors: object) {
  const text = Object.values(errors).flat().join(' ')
  return redirect(
    c,
    to,
    inEach(() => text),
    'warning',
  )
}
