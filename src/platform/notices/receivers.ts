import { sql } from 'kysely'
import { ownOffice } from '../authority/holders.ts'
import type { Locale } from '../i18n/words.ts'
import type { Context } from '../operation/operation.ts'
import type { Hours } from './hours.ts'

/** `email` is null of somebody who has none yet: they find it in their inbox. */
export type Receiver = Hours & { id: string; name: string; email: string | null; locale: Locale; lastDigest: string | null }
export type Addressed = Receiver & { email: string }
export const hasAddress = (receiver: Receiver | undefined): receiver is Addressed => !!receiver?.email

/** Those of these people who have not left, with their own hours; the zone is theirs, else that of their office. One statement. */
export async function receiversOf({ db, clock }: Pick<Context, 'db' | 'clock'>, ids: readonly string[]): Promise<Map<string, Receiver>> {
  if (ids.length === 0) return new Map()
  const today = clock.today()
  const { rows } = await sql<Receiver>`
    select p.id, p.name, p.email, p.locale, coalesce(p.zone, (
        select o.zone from office_card o where o.id = ${ownOffice(sql.ref('p.id'), today)}), 'Asia/Jakarta') as zone,
      coalesce(h.digest_hour, 7) as "digestHour", h.quiet_from as "quietFrom", h.quiet_to as "quietTo",
      (select max(d.day) from notice_digest d where d.person_id = p.id) as "lastDigest"
    from person_card p left join notice_hours h on h.person_id = p.id
    where p.id = any (${[...ids]}::uuid[]) and p.left_at is null`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}
