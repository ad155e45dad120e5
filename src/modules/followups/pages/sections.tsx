import type { PageSection, Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
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
    order: 40,
    power: 'followup.read',
    render: (c, { id }) => latest(c, { partner: id }, `/tindak-lanjut?mitra=${id}&semua=ya`),
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

async function latest(c: Request, filter: object, list: string) {
  const { followUps, total } = await call(c.var.kernel, c.var.actor, listFollowUps, { ...filter, sort: 'due' })
  const w = words[c.var.viewer.locale]
  if (followUps.length === 0) return null
  return (
    <Section title={w.followUps} id="tindak-lanjut" count={total} list={list}>
      <FollowUpTable caption={w.followUps} followUps={followUps.slice(0, 5)} />
    </Section>
  )
}
