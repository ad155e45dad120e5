import { formatDay } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import { localAt } from '../../meetings/rules/local-time.ts'
import { headOf } from '../../organisation/queries/posts.ts'
import { placeOf, signedAs } from '../../reports/rules/signing.ts'
import { paperWords } from '../words/on-paper.ts'

export const dayOfMeeting = ({ startsAt, zone }: Pick<MeetingRow, 'startsAt' | 'zone'>): string => localAt(startsAt, zone).slice(0, 10)

/** Whoever headed the office of a meeting on a day, that of the meeting unless told, as they sign; a line to write on where nobody did. */
export async function signerOf(
  context: Context,
  meeting: MeetingRow,
  { day = dayOfMeeting(meeting), place }: { day?: string; place: string },
) {
  const { locale } = context
  const w = paperWords[locale]
  const head = await headOf(context, meeting.officeId, day)
  return {
    place,
    position: head ? signedAs(locale, head) : w.headOf({ office: meeting.officeName }),
    name: head?.name ?? w.emptyName,
  }
}

/** "Banyuwangi, 3 Maret 2026"; the day alone where nobody knows the place. */
export function placeAndDay(locale: Context['locale'], meeting: MeetingRow, day: string | null): string {
  const w = paperWords[locale]
  const place = placeOf(meeting.officeName) || (meeting.path.includes('.') ? '' : 'Jakarta')
  const on = day ? formatDay(locale, day) : w.blank
  return place ? w.placeAndDay({ place, day: on }) : on
}
