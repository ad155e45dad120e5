import type { Figure, Need, NeedGroup } from '../../../module.ts'
import { inWords, type Localized } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { firstLine } from '../../../platform/values/cut.ts'
import { followUpCounts } from '../queries/counts.ts'
import { partnerOf, withGrounds } from '../queries/grounds.ts'
import { type Waiting, waitingFor } from '../queries/list.ts'
import type { FollowUpLine } from '../schema.ts'
import { words } from '../words.ts'

/** For the home page: what this person has to do, late first, and what they may judge. */
export async function followUpNeeds(context: Context): Promise<NeedGroup[]> {
  const { late, soon, toVerify } = await waitingFor(context)
  const lines = new Map(
    (
      await withGrounds(
        context,
        [late, soon, toVerify].flatMap(({ followUps }) => followUps),
      )
    ).map(line => [line.id, line]),
  )
  const group = (key: string, title: Localized, action: Localized, { total, followUps }: Waiting, more: string): NeedGroup => ({
    key,
    title,
    action,
    total,
    ...(key === 'followups.late' ? { overdue: total } : {}),
    more,
    needs: followUps.map(({ id }) => needOf(lines.get(id)!)),
  })
  return [
    group('followups.late', message('late'), message('report'), late, '/tindak-lanjut?saya=ya&terlambat=ya'),
    group('followups.soon', message('soon'), message('report'), soon, '/tindak-lanjut?saya=ya&segera=ya'),
    group('followups.verify', message('toVerify'), message('verify'), toVerify, '/tindak-lanjut?periksa=ya'),
  ]
}

/** For the home page: how many are late, of those not yet done in this person's reach. */
export async function followUpFigures(context: Context): Promise<Figure[]> {
  const { overdue, active, total } = await followUpCounts(context)
  if (total === 0) return []
  return [
    {
      key: 'followups.overdue',
      label: message('overdue'),
      value: overdue,
      of: active,
      unit: message('active'),
      href: '/tindak-lanjut?terlambat=ya',
    },
  ]
}

const message = (key: keyof (typeof words)['id']['home']): Localized => inWords(words, w => w.home[key])

/** Told apart by office, partner and what it was begun for: many follow-ups have the same words. */
function needOf({ id, action, number, office, partner, grounds, dueOn, overdue }: FollowUpLine): Need {
  const other = partner?.name ?? partnerOf(grounds)
  return {
    who: [office.name, other].filter(Boolean).join(' – '),
    title: action,
    href: `/tindak-lanjut/${id}`,
    note: [number, grounds && firstLine(grounds.text, 80)].filter(Boolean).join(' · '),
    due: dueOn,
    overdue,
  }
}
