import type { PageSection, Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { CountLink } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { listFollowUps } from '../operations/read.ts'
import { FollowUpTable } from '../views/table.tsx'
import { words } from '../words.ts'

/** What is done about a thing, the nearest due date first; nothing where nothing is. All of an agreement or a cycle, done ones too. */
export const followUpSections: PageSection[] = [
  {
    on: 'agreement',
    order: 30,
    power: 'followup.read',
    render: (c, { id }) => latest(c, { agreement: id }, `/tindak-lanjut?perjanjian=${id}&semua=ya`),
  },
  {
    on: 'partner',
    order: 5,
    power: 'followup.read',
    render: (c, { id }) => latest(c, { partner: id }, `/tindak-lanjut?mitra=${id}&semua=ya`, `/tindak-lanjut?mitra=${id}`),
  },
  {
    on: 'office',
    order: 40,
    power: 'followup.read',
    render: (c, { id }) => latest(c, { office: id, active: 'ya' }, `/tindak-lanjut?satker=${id}`),
  },
  {
    on: 'person',
    order: 40,
    power: 'followup.read',
    render: (c, { id }) => latest(c, { owner: id, active: 'ya' }, `/tindak-lanjut?pemilik=${id}`),
  },
  {
    on: 'cycle',
    order: 30,
    power: 'followup.read',
    render: (c, { id }) => latest(c, { cycle: id }, `/tindak-lanjut?siklus=${id}&semua=ya`),
  },
]

/** Of a partner (`active` is the list of those that are not finished) those first, as many as they are. */
async function latest(c: Request, filter: object, list: string, active?: string) {
  const { followUps, total, counts } = await call(c.var.kernel, c.var.actor, listFollowUps, { ...filter, sort: 'due' })
  const w = words[c.var.viewer.locale]
  if (followUps.length === 0) return null
  const some = active && counts.active && counts.active < total
  const rows = some ? (await call(c.var.kernel, c.var.actor, listFollowUps, { ...filter, active: 'ya', sort: 'due' })).followUps : followUps
  return (
    <Section
      title={w.followUps}
      id="tindak-lanjut"
      count={total}
      list={list}
      gist={
        active ? (
          <CountLink href={active} count={counts.active}>
            {w.activeOf({ count: counts.active })}
          </CountLink>
        ) : null
      }
    >
      <FollowUpTable caption={w.followUps} followUps={rows.slice(0, 5)} />
    </Section>
  )
}
