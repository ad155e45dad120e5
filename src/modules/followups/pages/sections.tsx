import { canAnywhere } from '../../../platform/authority/reach.ts'
import type { PageSection, Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { CountLink } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { latestFollowUps } from '../operations/read.ts'
import { FollowUpTable, type Known } from '../views/table.tsx'
import { words } from '../words.ts'

/** What is done about a thing, the nearest due date first; nothing where nothing is. All of an agreement or a cycle, done ones too. */
export const followUpSections: PageSection[] = [
  {
    on: 'agreement',
    order: 30,
    power: 'followup.read',
    render: (c, { id }) =>
      latest(c, { agreement: id }, `/tindak-lanjut?perjanjian=${id}&semua=ya`, {
        without: 'agreement',
        add: `/tindak-lanjut/baru?perjanjian=${id}`,
      }),
  },
  {
    on: 'partner',
    order: 5,
    power: 'followup.read',
    render: (c, { id }) =>
      latest(c, { partner: id }, `/tindak-lanjut?mitra=${id}&semua=ya`, {
        without: 'partner',
        active: 'first',
        gist: `/tindak-lanjut?mitra=${id}`,
      }),
  },
  {
    on: 'office',
    order: 40,
    power: 'followup.read',
    render: (c, { id }) =>
      latest(c, { office: id }, `/tindak-lanjut?satker=${id}`, { active: 'alone', gist: `/tindak-lanjut?satker=${id}` }),
  },
  {
    on: 'person',
    order: 40,
    power: 'followup.read',
    render: (c, { id }) => latest(c, { owner: id }, `/tindak-lanjut?pemilik=${id}`, { active: 'alone' }),
  },
  {
    on: 'cycle',
    order: 30,
    power: 'followup.read',
    render: (c, { id }) => latest(c, { cycle: id }, `/tindak-lanjut?siklus=${id}&semua=ya`),
  },
]

/** How many are shown. */
const most = 5

type Which = { without?: Known; active?: 'alone' | 'first'; gist?: string; add?: string }

/** Those that are not finished alone, or, as many as they are, first; `gist` leads to the list of these, `add` is where one is recorded. */
async function latest(c: Request, about: object, list: string, { without, active, gist, add }: Which = {}) {
  const { followUps, total, counts } = await call(c.var.kernel, c.var.actor, latestFollowUps, { about, active, most })
  const w = words[c.var.viewer.locale]
  const adds = add && canAnywhere(c.var.actor, 'followup.write') ? <ButtonLink href={add}>{w.add}</ButtonLink> : null
  if (followUps.length === 0 && !adds) return null
  return (
    <Section
      title={w.followUps}
      id="tindak-lanjut"
      count={total || undefined}
      list={total ? list : undefined}
      aside={adds}
      gist={
        gist ? (
          <CountLink href={gist} count={counts.active}>
            {w.activeOf({ count: counts.active })}
          </CountLink>
        ) : null
      }
    >
      {followUps.length ? (
        <FollowUpTable without={without} caption={w.followUps} followUps={followUps} />
      ) : (
        <p class="hint">{w.noneHere}</p>
      )}
    </Section>
  )
}
