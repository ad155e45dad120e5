import { Refusal } from '../refusal.ts'
import { type Power, rolesWith } from './roles.ts'

/** `forbidden`, saying which roles it takes and who gives them. */
export function lacking(power: Power): Refusal {
  const names = rolesWith(power)
  return new Refusal('forbidden', {
    id: `Ini memerlukan peran ${either('id', names)} di satuan kerja yang bersangkutan. Bila tugas Anda memerlukannya, mintalah kepada ${either('id', rolesWith('grant.write'))} di sana. Tidak ada yang berubah.`,
    en: `This needs the role of ${either('en', names)} at the office concerned. If your work needs it, ask its ${either('en', rolesWith('grant.write'))}. Nothing has changed.`,
  })
}

const either = (locale: 'id' | 'en', names: readonly { id: string; en: string }[]): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(
    names.map(name => (locale === 'en' ? name.en.toLowerCase() : name.id)).toReversed(),
  )
