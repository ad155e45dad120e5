import type { Locale } from '../../../platform/i18n/words.ts'
import type { Post } from '../../organisation/queries/posts.ts'
import { positionWords } from '../../organisation/words/positions.ts'

/** A post as it stands above a name: "Plt. Ketua KPU Kabupaten Majalengka". */
export const signedAs = (locale: Locale, { position, acting, office }: Post): string =>
  [acting && positionWords[locale].actingShort[acting], position, office].filter(Boolean).join(' ')

/** The place that a regency or city office is named after; a province's seat is not in its name. */
export const placeOf = (office: string): string => /^\S+ (?:Kabupaten|Kota) (.+)$/.exec(office)?.[1] ?? ''
