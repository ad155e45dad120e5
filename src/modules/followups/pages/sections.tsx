import type { PageSection } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { AllOf } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { listFollowUps } from '../operations/read.ts'
import { FollowUpTable } from '../views/table.tsx'
import { words } from '../words.ts'

/** What is to be done with a partner, the nearest due day first; nothing where there is nothing. */
export const followUpSections: PageSection[] = [
  {
    on: 'partner',
    order: 20,
    power: 'followup.read',
    async render(c, { id }) {
      const { followUps, total } = await call(c.var.kernel, c.var.actor, listFollowUps, { partner: id, active: 'ya' })
      const w = words[c.var.viewer.locale]
      if (followUps.length === 0) return null
      return (
        <Section title={w.followUps} id="tindak-lanjut">
          <FollowUpTable caption={w.followUps} followUps={followUps.slice(0, 5)} />
          <AllOf href={`/tindak-lanjut?mitra=${id}`} shown={5} total={total} />
        </Section>
      )
    },
  },
]
