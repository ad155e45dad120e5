import type { PageSection, Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { Actions, ButtonLink } from '../../../web/ui/button.tsx'
import { CountLink } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { showPast } from '../operations/past.ts'
import { showAttendance } from '../operations/read.ts'
import { addressOf } from '../views/list.tsx'
import { pastAddress, RateLine } from '../views/past.tsx'
import { words } from '../words/words.ts'

/** How regularly somebody came, or people of an office; nothing where nobody of them was invited to anything. */
async function rateSection(c: Request, of: { person: string } | { office: string }) {
  const past = await call(c.var.kernel, c.var.actor, showPast, of)
  if (!past.total) return null
  return (
    <Section title={words[c.var.viewer.locale].past} id="kehadiran-rapat">
      <RateLine past={past} address={pastAddress(of)} />
    </Section>
  )
}

/** How many are at the current session of a meeting, with the way to the list, to a desk, and to check oneself in. */
export const attendanceSections: PageSection[] = [
  { on: 'person', order: 60, power: 'meeting.read', render: (c, { id }) => rateSection(c, { person: id }) },
  { on: 'office', order: 70, power: 'meeting.read', render: (c, { id }) => rateSection(c, { office: id }) },
  {
    on: 'meeting',
    order: 20,
    power: 'meeting.read',
    async render(c, { id }) {
      const { sessions, current, mayRecord, own, acts } = await call(c.var.kernel, c.var.actor, showAttendance, { meeting: id })
      const session = sessions.find(each => each.id === current)
      if (!session?.counts.invited) return null
      const w = words[c.var.viewer.locale]
      const { present, replaced, invited } = session.counts
      const mayShowBadge = own !== null && !session.over
      const mayCheckIn = acts && !session.over
      return (
        <Section title={w.attendance} id="kehadiran">
          <p>
            <CountLink href={addressOf(id)} count={invited}>
              {w.summary({ present: present + replaced, invited, session: session.title })}
            </CountLink>
          </p>
          <Actions>
            <ButtonLink href={addressOf(id)}>{w.toList}</ButtonLink>
            {mayRecord && !session.over ? <ButtonLink href={`/rapat/${id}/meja`}>{w.openDesk}</ButtonLink> : null}
            {mayShowBadge ? <ButtonLink href={`/rapat/${id}/kode-saya`}>{w.ownBadge}</ButtonLink> : null}
            {mayCheckIn ? <ButtonLink href={`/rapat/${id}/hadir`}>{w.checkInHere}</ButtonLink> : null}
          </Actions>
        </Section>
      )
    },
  },
]
