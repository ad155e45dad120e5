import { Hono } from 'hono'
import { can, canAnywhere } from '../../../platform/authority/reach.ts'
import type { Env } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { show } from '../../../web/show.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { showPartner } from '../../partners/operations/read.ts'
import { PartnerView } from '../../partners/views/partner.tsx'
import { listAgreements } from '../operations/read.ts'
import { AgreementTable } from '../views/list.tsx'
import { words } from '../words.ts'

/** The page of a partner stands here because it shows its agreements, which the register of partners knows nothing of. */
export const partnerPage = new Hono<Env>()

partnerPage.get('/mitra/:id', async c => {
  const { actor, viewer, kernel } = c.var
  const partner = await call(kernel, actor, showPartner, { id: c.req.param('id') })
  const { agreements, next } = await call(kernel, actor, listAgreements, { partner: partner.id })
  const w = words[viewer.locale]
  const powers = {
    change: partner.office !== null && can(actor, 'partner.write', { path: partner.office.path }),
    addContact: canAnywhere(actor, 'partner.contact'),
    contacts: new Set(partner.contacts.filter(({ office }) => can(actor, 'partner.contact', { path: office.path })).map(({ id }) => id)),
  }
  const add = canAnywhere(actor, 'agreement.write') ? (
    <ButtonLink href={`/perjanjian/baru?mitra=${encodeURIComponent(partner.name)}`}>{w.add}</ButtonLink>
  ) : null
  const list = (
    <Section title={w.agreements} id="perjanjian" aside={add}>
      <AgreementTable agreements={agreements} caption={w.agreements} offices partner={false} empty={<EmptyState title={w.list.empty} />} />
      {next ? (
        <p>
          <a href={`/perjanjian?mitra=${encodeURIComponent(partner.name)}`}>{w.show.seeBelow}</a>
        </p>
      ) : null}
    </Section>
  )
  return show(
    c,
    { title: partner.name, breadcrumbs: [{ href: '/mitra', label: w.partner }, { label: partner.name }] },
    <PartnerView partner={partner} may={powers} agreements={list} />,
  )
})
