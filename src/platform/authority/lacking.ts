import { Refusal } from '../refusals/refusal.ts'
import type { Actor } from './actor.ts'
import { type Power, rolesWith } from './roles.ts'

/** `forbidden`, saying which roles it takes and who gives them; a partner's contact can have none of them, so they read whom to ask. */
export function lacking(power: Power, { grants }: Pick<Actor, 'grants'>): Refusal {
  if (grants.length && grants.every(({ partnerId }) => partnerId))
    return new Refusal('forbidden', {
      id: 'Ini pekerjaan KPU, bukan narahubung mitra. Bila ada yang perlu dicatat atau diubah, hubungi satuan kerja KPU yang menangani perjanjian Anda. Tidak ada yang berubah.',
      en: 'This is the work of KPU, not of a partner’s contact. If something has to be recorded or changed, write to the KPU office in charge of your agreement. Nothing has changed.',
    })
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
