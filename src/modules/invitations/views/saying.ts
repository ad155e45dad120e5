import { listOf } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as organisation } from '../../organisation/words.ts'
import { classesIn } from '../../partners/views/classes.ts'
import type { Invitee, Rule } from '../schema/invitations.ts'
import { words } from '../words/words.ts'

/** Who a rule names: "Ketua dan Sekretaris – Provinsi di Jawa Barat". */
export function useRuleWords(): (rule: Rule) => string {
  const w = useWords(words)
  const o = useWords(organisation)
  const { locale } = useViewer()
  const and = (items: readonly string[]) => listOf(locale, 'conjunction', items)
  return ({ kind, positions, units, levels, places, classes, partners, person, guest, institution }) => {
    switch (kind) {
      case 'positions': {
        const named = and(positions.map(each => o.positionKinds[each as keyof typeof o.positionKinds] ?? each))
        const what = units.length ? w.ofUnits({ what: named, units: and(units.map(unit => o.units[unit])) }) : named
        const every = w.ofEvery({ positions: what, levels: and(levels.map(level => w.levelNames[level])) })
        return places.length ? w.within({ what: every, places: and(places.map(({ name }) => name)) }) : every
      }
      case 'contacts':
        return w.contactsOf({ whom: and([...partners.map(({ name }) => name), ...classes.map(each => classesIn(locale)[each])]) })
      case 'person':
        return person?.name ?? ''
      case 'guest':
        return [guest, institution].filter(Boolean).join(', ')
    }
  }
}

/** The position of somebody as on the day of the meeting: "Plt. Kepala Subbagian Hukum dan Pengawasan". */
export function usePositionWords(): (held: Pick<Invitee, 'position' | 'unit' | 'acting'>) => string {
  const o = useWords(organisation)
  return ({ position, unit, acting }) =>
    [acting ? o.actingShort[acting] : '', position ?? '', unit ? o.units[unit] : ''].filter(Boolean).join(' ')
}
