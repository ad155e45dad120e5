import type { PageSection } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { Section } from '../../../web/ui/page-head.tsx'
import { listMinutes } from '../operations/read.ts'
import { MinutesTable } from '../views/section.tsx'
import { words } from '../words/words.ts'

/** What a meeting has come to: how far its minutes are; nothing where there are none and nobody who looks may begin any. */
export const minutesSections: PageSection[] = [
  {
    on: 'meeting',
    order: 10,
    power: 'meeting.read',
    async render(c, { id }) {
      const { sessions } = await call(c.var.kernel, c.var.actor, listMinutes, { meeting: id })
      const rows = sessions.filter(({ minutes, mayBegin }) => minutes || mayBegin)
      if (!rows.length) return null
      const w = words[c.var.viewer.locale]
      return (
        <Section title={w.minutes} id="notula" lead={w.minutesLead}>
          <MinutesTable meeting={id} sessions={rows} />
        </Section>
      )
    },
  },
]
