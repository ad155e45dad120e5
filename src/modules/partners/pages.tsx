import { Hono } from 'hono'
import { can, canAnywhere, covers, reachOf } from '../../platform/authority/reach.ts'
import { type Env, type Request, redirect } from '../../platform/doors/request.ts'
import { inWords, type Localized } from '../../platform/i18n/words.ts'
import { call, newId } from '../../platform/operation/operation.ts'
import { notFound } from '../../platform/refusals/refusal.ts'
import { askList, comingNear } from '../../web/list/ask.ts'
import { onlyFor } from '../../web/only-for.ts'
import { sectionsOn } from '../../web/sections.ts'
import { show, submit } from '../../web/show.tsx'
import type { Errors, Values } from '../../web/ui/form-state.ts'
import { countsOf } from '../things/operations.ts'
import { changeContact, createContact, endContact, invitePartner } from './operations/contacts.ts'
import { findSimilarPartners, listPartners, searchPartners, showPartner } from './operations/read.ts'
import { changePartner, createPartner } from './operations/write.ts'
import { ownPartners } from './rules/own.ts'
import type { Contact, PartnerDetail, Similar } from './schema.ts'
import { ContactForm, EndContactForm } from './views/contact.tsx'
import { PartnerForm } from './views/form.tsx'
import { PartnerListView } from './views/list.tsx'
import { partnerList } from './views/listing.ts'
import { PartnerView } from './views/partner.tsx'
import { words } from './words.ts'

export const partnerPages = new Hono<Env>()

partnerPages.get('/mitra', async c => {
  const [own, ...others] = ownPartners(c.var.actor)
  // A list of one is looked through by nobody.
  if (own && !others.length && !c.req.url.includes('?')) return c.redirect(`/mitra/${own}`, 303)
  const { asked, answer } = await askList(c, partnerList, listPartners)
  return show(
    c,
    { title: said(c).partners },
    <PartnerListView
      {...answer}
      counts={await countsOf(c, 'partner', answer.partners)}
      asked={asked}
      near={answer.total ? [] : await comingNear(c, searchPartners, asked.asks.q)}
      mayAdd={canAnywhere(c.var.actor, 'partner.write')}
      forPartner={speaksForPartner(c)}
    />,
  )
})

const speaksForPartner = (c: Request): boolean => ownPartners(c.var.actor).length > 0

partnerPages.get('/mitra/baru', c => {
  onlyFor(c, 'partner.write')
  return partnerForm(c, { name: c.req.query('nama') ?? '' })
})
partnerPages.post('/mitra/baru', c =>
  submit(c, createPartner, {
    choices: { parent: searchPartners },
    done: partner =>
      redirect(
        c,
        `/mitra/${partner.id}`,
        inWords(words, w => w.form.created({ name: partner.name })),
      ),
    again: (values, errors, status) => partnerForm(c, values, errors, status),
  }),
)

/** One partner, with what other modules know of it. */
partnerPages.get('/mitra/:id', async c => {
  const { actor } = c.var
  const partner = await partnerOf(c)
  const powers = {
    own: speaksForPartner(c),
    change: partner.office !== null && can(actor, 'partner.write', { path: partner.office.path }),
    addContact: canAnywhere(actor, 'partner.contact'),
    contacts: new Set(partner.contacts.filter(({ office }) => can(actor, 'partner.contact', { path: office.path })).map(({ id }) => id)),
  }
  return show(
    c,
    { title: partner.name, breadcrumbs: powers.own ? [] : [{ href: '/mitra', label: said(c).partners }, { label: partner.name }] },
    <PartnerView
      partner={partner}
      may={powers}
      asksAt={`${c.var.kernel.baseUrl}/masuk/tautan`}
      sections={await sectionsOn(c, 'partner', partner)}
    />,
  )
})

partnerPages.get('/mitra/:id/ubah', async c => {
  onlyFor(c, 'partner.write')
  const partner = await partnerOf(c)
  return changeForm(c, partner, { ...partner, parent: partner.parent?.name })
})
partnerPages.post('/mitra/:id/ubah', c =>
  submit(c, changePartner, {
    choices: { parent: searchPartners },
    add: { id: c.req.param('id') },
    done: partner =>
      redirect(
        c,
        `/mitra/${partner.id}`,
        inWords(words, w => w.form.changed),
      ),
    again: async (values, errors, status) => {
      const partner = await partnerOf(c)
      return changeForm(c, partner, { ...values, ...(status === 409 ? { rev: partner.rev } : {}) }, errors, status)
    },
  }),
)

partnerPages.get('/mitra/:id/narahubung/baru', async c => {
  onlyFor(c, 'partner.contact')
  return contactForm(c, await partnerOf(c), undefined, {})
})
partnerPages.post('/mitra/:id/narahubung/baru', c =>
  submit(c, createContact, {
    add: { partner: c.req.param('id') },
    done: contact =>
      backTo(
        c,
        inWords(words, w => w.contacts.created({ name: contact.name })),
      ),
    again: async (values, errors, status) => contactForm(c, await partnerOf(c), undefined, values, errors, status),
  }),
)
partnerPages.get('/mitra/:id/narahubung/:contact/ubah', async c => {
  onlyFor(c, 'partner.contact')
  const { partner, contact } = await contactOf(c)
  return contactForm(c, partner, contact, contact)
})
partnerPages.post('/mitra/:id/narahubung/:contact/ubah', c =>
  submit(c, changeContact, {
    add: { id: c.req.param('contact') },
    done: () =>
      backTo(
        c,
        inWords(words, w => w.contacts.changed),
      ),
    again: async (values, errors, status) => {
      const { partner, contact } = await contactOf(c)
      return contactForm(c, partner, contact, { ...values, ...(status === 409 ? { rev: contact.rev } : {}) }, errors, status)
    },
  }),
)
partnerPages.get('/mitra/:id/narahubung/:contact/pengakhiran', c => {
  onlyFor(c, 'partner.contact')
  return endForm(c, {})
})
partnerPages.post('/mitra/:id/narahubung/:contact/pengakhiran', c =>
  submit(c, endContact, {
    add: { id: c.req.param('contact') },
    done: contact =>
      backTo(
        c,
        inWords(words, w => w.contacts.endedNow({ name: contact.name })),
      ),
    again: (values, errors, status) => endForm(c, values, errors, status),
  }),
)
partnerPages.post('/mitra/:id/narahubung/:contact/undangan', async c => {
  const { name } = await call(c.var.kernel, c.var.actor, invitePartner, { id: c.req.param('contact') })
  return backTo(
    c,
    inWords(words, w => w.contacts.invited({ name })),
  )
})

type Status = 200 | 422 | 409
const said = (c: Request) => words[c.var.viewer.locale]
const partnerOf = (c: Request) => call(c.var.kernel, c.var.actor, showPartner, { id: c.req.param('id')! })
const backTo = (c: Request, told: Localized) => redirect(c, `/mitra/${c.req.param('id')}#narahubung`, told)
const trail = (c: Request, partner: PartnerDetail, label: string) => [
  { href: '/mitra', label: said(c).partners },
  { href: `/mitra/${partner.id}`, label: partner.name },
  { label },
]

async function contactOf(c: Request): Promise<{ partner: PartnerDetail; contact: Contact }> {
  const partner = await partnerOf(c)
  const contact = partner.contacts.find(each => each.id === c.req.param('contact'))
  if (!contact) throw notFound()
  return { partner, contact }
}

async function partnerForm(c: Request, values: Values, errors?: Errors, status: Status = 200) {
  const name = errors?.name && typeof values.name === 'string' ? values.name : ''
  const similar: Similar[] = name.trim() ? await call(c.var.kernel, c.var.actor, findSimilarPartners, { name }) : []
  const title = said(c).add
  return show(
    c,
    { title, status, breadcrumbs: [{ href: '/mitra', label: said(c).partners }, { label: title }] },
    <PartnerForm values={values} errors={errors} similar={similar} once={newId()} />,
  )
}

function changeForm(c: Request, partner: PartnerDetail, values: Values, errors?: Errors, status: Status = 200) {
  const title = said(c).form.change({ name: partner.name })
  return show(
    c,
    { title, status, breadcrumbs: trail(c, partner, said(c).contacts.change) },
    <PartnerForm
      partner={partner}
      values={values}
      errors={errors}
      stored={status === 409 ? { ...partner, parent: partner.parent?.name } : undefined}
    />,
  )
}

/** Somebody of one office is not asked for the office. */
function contactForm(
  c: Request,
  partner: PartnerDetail,
  contact: Contact | undefined,
  values: Values,
  errors?: Errors,
  status: Status = 200,
) {
  const { actor } = c.var
  const own = actor.office && covers(reachOf(actor, 'partner.contact'), { path: actor.office.path })
  const title = contact ? said(c).contacts.changeOf({ name: contact.name }) : said(c).contacts.add
  const asks = !contact && (!own || actor.office?.kind !== 'regency')
  return show(
    c,
    { title, status, breadcrumbs: trail(c, partner, title) },
    <ContactForm
      partner={partner}
      contact={contact}
      asksOffice={asks}
      values={values}
      errors={errors}
      once={contact ? undefined : newId()}
      stored={contact && status === 409 ? { ...contact } : undefined}
    />,
  )
}

async function endForm(c: Request, values: Values, errors: Errors = {}, status: Status = 200) {
  const { partner, contact } = await contactOf(c)
  const title = said(c).contacts.endTitle({ name: contact.name })
  return show(
    c,
    { title, status, breadcrumbs: trail(c, partner, said(c).contacts.end) },
    <EndContactForm partner={partner} contact={contact} values={values} errors={errors} />,
  )
}
