import type { PageSection, Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { Status } from '../../../web/ui/badge.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { latestDecisions, listOpenBefore } from '../operations/decisions-read.ts'
import { listMinutes, showMinutes } from '../operations/read.ts'
import { DecisionTable } from '../views/decision-table.tsx'
import { MinutesTable } from '../views/section.tsx'
import { decisionWords } from '../words/decisions.ts'
import { words } from '../words/words.ts'

/** How many decisions the page of a meeting shows, and of minutes, which have all of theirs. */
const most = { meeting: 20, minutes: 200, before: 10 }

export const minutesSections: PageSection[] = [
  { on: 'meeting.opening', order: 10, power: 'meeting.read', render: (c, { id }) => openBefore(c, id) },
  { on: 'meeting', order: 10, power: 'meeting.read', render: (c, { id }) => minutesIn(c, id) },
  {
    on: 'meeting',
    order: 11,
    power: 'meeting.read',
    render: (c, { id }) => decided(c, { meeting: id }, { list: `/keputusan?rapat=${id}`, most: most.meeting }),
  },
  {
    on: 'minutes',
    order: 10,
    power: 'meeting.read',
    async render(c, { id }) {
      const { acts } = await call(c.var.kernel, c.var.actor, showMinutes, { id })
      return decided(c, { minutes: id }, { most: most.minutes, add: acts.includes('write') ? `/notula/${id}/keputusan` : undefined })
    },
  },
  {
    on: 'follow_up',
    order: 25,
    power: 'meeting.read',
    render: (c, { id }) => decided(c, { followUp: id }, { most: most.minutes, list: `/keputusan?tindak-lanjut=${id}` }),
  },
  {
    on: 'office',
    order: 45,
    power: 'meeting.read',
    render: (c, { id }) => decided(c, { office: id, open: true }, { most: 5, list: `/keputusan?satker=${id}&terbuka=ya` }),
  },
]

/** How far the minutes of a meeting are; nothing where there are none and nobody who looks may begin any. */
async function minutesIn(c: Request, meeting: string) {
  const { sessions } = await call(c.var.kernel, c.var.actor, listMinutes, { meeting })
  const rows = sessions.filter(({ minutes, mayBegin }) => minutes || mayBegin)
  if (!rows.length) return null
  const w = words[c.var.viewer.locale]
  return (
    <Section title={w.minutes} id="notula" lead={w.minutesLead}>
      <MinutesTable meeting={meeting} sessions={rows} />
    </Section>
  )
}

type Which = { list?: string; add?: string | undefined; most: number }

/** What was decided, in the order of its numbers; nothing where nothing was and nobody who looks may record it. */
async function decided(c: Request, about: Record<string, unknown>, { list, add, most }: Which) {
  const { decisions, total } = await call(c.var.kernel, c.var.actor, latestDecisions, { about, most })
  if (!total && !add) return null
  const w = decisionWords[c.var.viewer.locale]
  return (
    <Section
      title={w.decisions}
      id="keputusan"
      count={total || undefined}
      list={total ? list : undefined}
      aside={add ? <ButtonLink href={add}>{w.add}</ButtonLink> : null}
    >
      {decisions.length ? (
        <DecisionTable
          caption={w.decisions}
          decisions={decisions}
          without={'followUp' in about || 'office' in about ? undefined : 'meeting'}
        />
      ) : (
        <p class="hint">{w.none}</p>
      )}
    </Section>
  )
}

/** What a meeting begins with: what is still open of the earlier ones of its kind. */
async function openBefore(c: Request, meeting: string) {
  const { decisions, total, overdue, isAhead } = await call(c.var.kernel, c.var.actor, listOpenBefore, { meeting })
  if (!total || !isAhead) return null
  const w = decisionWords[c.var.viewer.locale]
  return (
    <Section
      title={w.before}
      id="masih-terbuka"
      count={total}
      lead={w.beforeLead}
      aside={overdue ? <Status tone="danger">{w.beforeOverdue({ count: overdue })}</Status> : null}
    >
      <DecisionTable caption={w.before} decisions={decisions.slice(0, most.before)} />
    </Section>
  )
}
