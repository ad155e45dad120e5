import { randomBytes } from 'node:crypto'
import { cookieName, signToken } from '../../src/platform/auth/session.ts'
import type { Role } from '../../src/platform/authority/roles.ts'
import { type Kernel, newId } from '../../src/platform/operation/operation.ts'
import type { Known } from '../../test/fuzz/attempts.ts'
import type { Chance } from '../../test/fuzz/chance.ts'

export const senders = ['anonymous', 'partner', 'operator', 'admin'] as const
export type Sender = (typeof senders)[number]
const roles: Record<Exclude<Sender, 'anonymous'>, Role> = {
  partner: 'partner_contact',
  operator: 'office_operator',
  admin: 'national_admin',
}

/** The cookie of somebody new of this kind, since what is sent may sign out or dismiss whoever sends it. */
export async function cookieOf({ store: { db }, clock, secret }: Kernel, sender: Sender): Promise<string> {
  if (sender === 'anonymous') return ''
  const id = newId()
  const [name, email] = ['Pengirim Acak', `${id}@contoh.go.id`]
  await db.insertInto('auth_user').values({ id, name, email, emailVerified: true }).execute()
  await db.insertInto('person').values({ id, name, email, auth_user_id: id, created_at: clock.now() }).execute()
  const office = await db
    .selectFrom('office')
    .select('id')
    .where('code', '=', sender === 'operator' ? '35.10' : '00')
    .executeTakeFirstOrThrow()
  const partner = await db
    .selectFrom('agreement_party')
    .select('partner_id as id')
    .where('partner_id', 'is not', null)
    .executeTakeFirstOrThrow()
  const place = sender === 'partner' ? { partner_id: partner.id } : { office_id: office.id, with_descendants: true }
  const grant = { id: newId(), person_id: id, role: roles[sender], from_on: '2020-01-01', granted_at: clock.now(), ...place }
  await db.insertInto('role_grant').values(grant).execute()
  const token = randomBytes(24).toString('base64url')
  const session = { id: newId(), token, userId: id, expiresAt: new Date(Date.now() + 86_400_000) }
  await db.insertInto('auth_session').values(session).execute()
  return `${cookieName(false)}=${encodeURIComponent(signToken(token, secret))}`
}

const tables = [
  'agreement',
  'partner',
  'follow_up',
  'finding',
  'cycle',
  'assignment',
  'report',
  'import_batch',
  'office',
  'person',
  'position',
] as const
const tableOf: [RegExp, (typeof tables)[number]][] = [
  [/perjanjian|agreements/, 'agreement'],
  [/mitra|partners/, 'partner'],
  [/tindak-lanjut|follow-ups/, 'follow_up'],
  [/temuan|findings/, 'finding'],
  [/isian|assignments/, 'assignment'],
  [/evaluasi|cycles/, 'cycle'],
  [/laporan|reports/, 'report'],
  [/impor|imports/, 'import_batch'],
  [/satuan-kerja|offices/, 'office'],
  [/orang|persons/, 'person'],
  [/jabatan|positions/, 'position'],
]

/** Ids that are there, by what a route is about. */
export async function knownIn({ store: { db } }: Kernel, chance: Chance): Promise<Known> {
  const ids = new Map<string, string[]>()
  for (const table of tables) {
    const rows = await db
      .selectFrom(table as 'agreement')
      .select('id')
      .limit(40)
      .execute()
    ids.set(
      table,
      rows.map(({ id }) => id),
    )
  }
  return route => chance.of(ids.get(tableOf.find(([pattern]) => pattern.test(route))?.[1] ?? 'agreement') ?? ['x'])
}
