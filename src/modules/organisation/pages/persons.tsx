import { Hono } from 'hono'
import { canAnywhere } from '../../../platform/authority/reach.ts'
import { type Env, type Request, redirect } from '../../../platform/doors/request.ts'
import { inEach, type Localized } from '../../../platform/i18n/words.ts'
import { call } from '../../../platform/operation/operation.ts'
import { forbidden } from '../../../platform/refusals/refusal.ts'
import { askList, comingNear } from '../../../web/list/ask.ts'
import { bulkChoices } from '../../../web/list/selection.tsx'
import { onlyFor } from '../../../web/only-for.ts'
import { sectionsOn } from '../../../web/sections.ts'
import { show, submit } from '../../../web/show.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { showHistory } from '../../audit/operations.ts'
import { HistorySection } from '../../audit/views/history.tsx'
import { invitePerson } from '../operations/invitations.ts'
import { invitersAt, searchOffices, showOffice } from '../operations/offices.ts'
import { changePerson, createPerson, leavePerson, listPersons, returnPerson, searchPersons, showPerson } from '../operations/persons.ts'
import { listPositions } from '../operations/positions.ts'
import { resetSecondFactor } from '../operations/second-factor.ts'
import { positionsToGive, rolesToGive } from '../rules.ts'
import { personList } from '../views/listings.ts'
import { type Ending, LeaveForm, PersonView, ResetFactorForm } from '../views/person.tsx'
import { PersonForm, RegisterForm } from '../views/person-forms.tsx'
import { PersonsPage } from '../views/persons.tsx'
import { receipts } from '../words/receipts.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words.ts'

export const personPages = new Hono<Env>()

personPages.get('/orang', async c => {
  const { kernel, actor, viewer } = c.var
  const { asked, answer } = await askList(c, personList, listPersons, ({ asks }) => (asks.office ? {} : { below: undefined }), {
    kantor: searchOffices,
  })
  const office = asked.asks.office ? await call(kernel, actor, showOffice, { id: String(asked.asks.office) }) : null
  const mayRegister = canAnywhere(actor, 'person.write')
  const { people } = words[viewer.locale]
  return show(
    c,
    { title: people },
    <PersonsPage
      {...answer}
      asked={asked}
      near={answer.total ? [] : await comingNear(c, searchPersons, asked.asks.q)}
      officeName={office?.name}
      mayRegister={mayRegister}
      bulk={bulkChoices(c, 'person')}
      inviters={await invitersAt(c, actor.office?.id)}
    />,
  )
})

/** For the boxes to choose a person in; the e-mail address is what people can write by hand. */
personPages.get('/orang/pilihan', async c => {
  return c.json(await call(c.var.kernel, c.var.actor, searchPersons, { q: c.req.query('q') }))
})

personPages.get('/orang/baru', async c => {
  onlyFor(c, 'person.write')
  const { actor, viewer } = c.var
  const place = c.req.query('kantor') ?? actor.office?.id
  const office = place ? await call(c.var.kernel, actor, showOffice, { id: place }) : null
  return registering(c, { locale: 'id', office: office?.code, fromOn: viewer.today, invite: true }, office?.name)
})

personPages.post('/orang', c =>
  submit(c, createPerson, {
    choices: { office: searchOffices },
    done: ({ id, name, invitedAt }) =>
      redirect(c, `/orang/${id}`, invitedAt ? receipts.registeredInvited({ name }) : receipts.registeredNotInvited({ name })),
    again: (values, errors, status) => registering(c, values, undefined, errors, status),
  }),
)

async function registering(c: Request, values: object, officeName?: string, errors = {}, status: 200 | 422 | 409 = 200) {
  const w = words[c.var.viewer.locale]
  const { positions } = await call(c.var.kernel, c.var.actor, listPositions, {})
  return show(
    c,
    { title: w.register, breadcrumbs: [{ href: '/orang', label: w.people }, { label: w.register }], status },
    <RegisterForm
      values={values as never}
      errors={errors}
      action="/orang"
      positions={positionsToGive(c.var.actor, positions)}
      roles={rolesToGive(c.var.actor)}
      officeName={officeName}
    />,
  )
}

personPages.get('/orang/:id', c => personPage(c, c.req.param('id')))

/** A person; `ending` is the form of an appointment's last day, after a refusal. */
export async function personPage(c: Request, id: string, ending?: Ending, status: 200 | 422 | 409 = 200) {
  const { kernel, actor } = c.var
  const person = await call(kernel, actor, showPerson, { id })
  const lines = canAnywhere(actor, 'audit.read') ? (await call(kernel, actor, showHistory, { kind: 'person', id: person.id })).lines : null
  const may = { write: canAnywhere(actor, 'person.write'), give: canAnywhere(actor, 'grant.write'), self: actor.personId === person.id }
  return show(
    c,
    { title: person.name, breadcrumbs: crumbs(c, person), status },
    <PersonView
      person={person}
      may={may}
      asksAt={`${kernel.baseUrl}/lupa-sandi`}
      sections={await sectionsOn(c, 'person', { id: person.id, name: person.name })}
      history={lines && <HistorySection lines={lines} fields={kernel.subjects.fields} />}
      ending={ending}
    />,
  )
}

personPages.get('/orang/:id/ubah', async c => {
  onlyFor(c, 'person.write')
  const person = await call(c.var.kernel, c.var.actor, showPerson, { id: c.req.param('id') })
  if (!person.changeable) throw forbidden()
  return changing(c, person, typedFrom(person))
})

personPages.post('/orang/:id/ubah', c => {
  const id = c.req.param('id')
  return submit(c, changePerson, {
    add: { id },
    done: ({ name }) => redirect(c, `/orang/${id}`, receipts.detailsChanged({ name })),
    again: async (values, errors, status) => {
      const person = await call(c.var.kernel, c.var.actor, showPerson, { id })
      return changing(c, person, { ...values, ...(status === 409 ? { rev: person.rev } : {}) }, errors, status)
    },
  })
})

type Shown = { id: string; name: string }
/** As the form has it: several telephones in one box. */
const typedFrom = <T extends { phones: string[] }>(person: T) => ({ ...person, phones: person.phones.join('; ') })

function changing(
  c: Request,
  person: Shown & { phones: string[]; email: string | null },
  values: object,
  errors = {},
  status: 200 | 422 | 409 = 200,
) {
  const w = words[c.var.viewer.locale]
  return show(
    c,
    { title: w.changePerson, breadcrumbs: [...crumbs(c, person), { label: w.changePerson }], status },
    <PersonForm
      values={values as never}
      errors={errors}
      action={`/orang/${person.id}/ubah`}
      hasEmail={person.email !== null}
      stored={status === 409 ? typedFrom(person) : undefined}
    />,
  )
}

personPages.get('/orang/:id/berhenti', async c => {
  onlyFor(c, 'person.write')
  const w = words[c.var.viewer.locale]
  const person = await call(c.var.kernel, c.var.actor, showPerson, { id: c.req.param('id') })
  if (!person.changeable) throw forbidden()
  return show(
    c,
    { title: w.leaveTitle, breadcrumbs: [...crumbs(c, person), { label: w.leave }] },
    <>
      <PageHead title={w.leaveTitle} lead={person.name} />
      <LeaveForm person={person} />
    </>,
  )
})

personPages.get('/orang/:id/dua-langkah', async c => {
  onlyFor(c, 'person.write')
  const w = words[c.var.viewer.locale]
  const person = await call(c.var.kernel, c.var.actor, showPerson, { id: c.req.param('id') })
  if (!person.changeable) throw forbidden()
  if (!person.secondFactor) return redirect(c, `/orang/${person.id}`, receipts.secondFactorIsOff, 'warning')
  return show(
    c,
    { title: w.resetFactorTitle, breadcrumbs: [...crumbs(c, person), { label: w.resetFactor }] },
    <>
      <PageHead title={w.resetFactorTitle} lead={person.name} />
      <ResetFactorForm person={person} />
    </>,
  )
})

personPages.post('/orang/:id/dua-langkah', c => changeState(c, resetSecondFactor, refusals.secondFactorReset))
personPages.post('/orang/:id/berhenti', c => changeState(c, leavePerson, refusals.personNotedAsLeft))
personPages.post('/orang/:id/kembali', c => changeState(c, returnPerson, refusals.personNoLongerNotedAsLeft))
personPages.post('/orang/:id/undangan', c => changeState(c, invitePerson, refusals.invitationSent))

/** One button on the person's page; a refusal is said there. */
function changeState(c: Request, operation: Parameters<typeof submit>[1], message: Localized) {
  const id = c.req.param('id')
  return submit(c, operation, {
    add: { id },
    done: () => redirect(c, `/orang/${id}`, message),
    again: (_, errors) => {
      const text = Object.values(errors).flat().join(' ')
      return redirect(
        c,
        `/orang/${id}`,
        inEach(() => text),
        'warning',
      )
    },
  })
}

const crumbs = (c: Request, { id, name }: Shown) => [
  { href: '/orang', label: words[c.var.viewer.locale].people },
  { href: `/orang/${id}`, label: name },
]
