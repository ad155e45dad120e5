import { canAnywhere, reachOf } from '../../../platform/authority/reach.ts'
import type { PageSection, Request } from '../../../platform/doors/request.ts'
import { formatDay } from '../../../platform/i18n/format.ts'
import { call } from '../../../platform/operation/operation.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { CountLink } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { listAgreements } from '../operations/read.ts'
import { inForce } from '../rules/status.ts'
import { AgreementTable } from '../views/list.tsx'
import { words } from '../words.ts'

/** The agreements with a partner or of an office (those below it too), on its page: the five of the latest days. */
export const agreementSections: PageSection[] = [
  {
    on: 'partner',
    order: 10,
    power: 'agreement.read',
    async render(c, { id, name }) {
      const party = encodeURIComponent(name)
      const { total } = await call(c.var.kernel, c.var.actor, listAgreements, { partner: id, status: ['in_force'] })
      return latest(c, { partner: id }, `/perjanjian?mitra=${party}`, { add: `/perjanjian/baru?mitra=${party}`, inForce: total })
    },
  },
  {
    on: 'office',
    order: 10,
    power: 'agreement.read',
    render: (c, { id, name }) => latest(c, { office: id }, `/perjanjian?satker=${encodeURIComponent(name)}`),
  },
  {
    on: 'home',
    order: 5,
    power: 'agreement.read',
    async render(c) {
      const { actor, viewer, kernel } = c.var
      const { everywhere, below, at, partners } = reachOf(actor, 'agreement.read')
      if (everywhere || below.length || at.length || !partners.length) return null
      const { agreements, total, more } = await call(kernel, actor, listAgreements, {})
      const w = words[viewer.locale]
      if (!agreements.length) return null
      return (
        <Section title={w.yours} count={more ? undefined : total} list="/perjanjian">
          <ThingList
            label={w.yours}
            things={agreements.slice(0, mostAtHome).map(({ id, title, endsOn }) => ({
              href: `/perjanjian/${id}`,
              head: title,
              about: endsOn ? w.until({ day: formatDay(viewer.locale, endsOn) }) : w.noEnd,
            }))}
          />
        </Section>
      )
    },
  },
]

/** How many a partner’s people see where they begin. */
const mostAtHome = 3

/** Of a partner also where there is none: `add` is where one is recorded, `inForce` how many bind both sides today. */
async function latest(c: Request, filter: object, list: string, partner?: { add: string; inForce: number }) {
  const { actor, viewer, kernel } = c.var
  const { agreements, total, more } = await call(kernel, actor, listAgreements, filter)
  const w = words[viewer.locale]
  if (!partner && !agreements.length) return null
  return (
    <Section
      title={w.agreements}
      id="perjanjian"
      count={more ? undefined : total}
      list={list}
      gist={
        partner && total && !more ? (
          <CountLink href={withQuery(list, { status: inForce })} count={partner.inForce}>
            {w.show.inForceOf({ count: partner.inForce, total })}
          </CountLink>
        ) : null
      }
      aside={partner && canAnywhere(actor, 'agreement.write') ? <ButtonLink href={partner.add}>{w.add}</ButtonLink> : null}
    >
      <AgreementTable
        agreements={agreements.slice(0, 5)}
        caption={w.agreements}
        offices
        partner={!partner}
        empty={<EmptyState title={w.list.empty} />}
      />
      {more ? (
        <p>
          <a href={list}>{w.show.seeBelow}</a>
        </p>
      ) : null}
    </Section>
  )
}
