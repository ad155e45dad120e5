import { canAnywhere } from '../../../platform/authority/reach.ts'
import type { PageSection, Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { listAgreements } from '../operations/read.ts'
import { AgreementTable } from '../views/list.tsx'
import { words } from '../words.ts'

/** The agreements with a partner or of an office (those below it too), on its page. */
export const agreementSections: PageSection[] = [
  {
    on: 'partner',
    order: 10,
    power: 'agreement.read',
    render: (c, { id, name }) =>
      latest(
        c,
        { partner: id },
        `/perjanjian?mitra=${encodeURIComponent(name)}`,
        `/perjanjian/baru?mitra=${encodeURIComponent(name)}`,
        true,
      ),
  },
  {
    on: 'office',
    order: 10,
    power: 'agreement.read',
    render: (c, { id, name }) => latest(c, { office: id }, `/perjanjian?satker=${encodeURIComponent(name)}`, '', false),
  },
]

async function latest(c: Request, filter: object, list: string, add: string, whole: boolean) {
  const { actor, viewer, kernel } = c.var
  const { agreements, total, more } = await call(kernel, actor, listAgreements, filter)
  const w = words[viewer.locale]
  if (!whole && !agreements.length) return null
  const button = add && canAnywhere(actor, 'agreement.write') ? <ButtonLink href={add}>{w.add}</ButtonLink> : null
  return (
    <Section title={w.agreements} id="perjanjian" count={more ? undefined : total} list={list} aside={button}>
      <AgreementTable
        agreements={whole ? agreements : agreements.slice(0, 5)}
        caption={w.agreements}
        offices
        partner={!whole}
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
