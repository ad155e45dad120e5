import { canAnywhere } from '../../../platform/authority/reach.ts'
import type { PageSection } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { listAgreements } from '../operations/read.ts'
import { AgreementTable } from '../views/list.tsx'
import { words } from '../words.ts'

/** The agreements with a partner, on its page. */
export const agreementSections: PageSection[] = [
  {
    on: 'partner',
    order: 10,
    power: 'agreement.read',
    async render(c, { id, name }) {
      const { actor, viewer, kernel } = c.var
      const { agreements, next } = await call(kernel, actor, listAgreements, { partner: id })
      const w = words[viewer.locale]
      const add = canAnywhere(actor, 'agreement.write') ? (
        <ButtonLink href={`/perjanjian/baru?mitra=${encodeURIComponent(name)}`}>{w.add}</ButtonLink>
      ) : null
      return (
        <Section title={w.agreements} id="perjanjian" aside={add}>
          <AgreementTable
            agreements={agreements}
            caption={w.agreements}
            offices
            partner={false}
            empty={<EmptyState title={w.list.empty} />}
          />
          {next ? (
            <p>
              <a href={`/perjanjian?mitra=${encodeURIComponent(name)}`}>{w.show.seeBelow}</a>
            </p>
          ) : null}
        </Section>
      )
    },
  },
]
