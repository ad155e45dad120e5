import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { cookieName, signToken } from '../src/platform/auth/session.ts'
import { call, type Kernel, newId } from '../src/platform/operation.ts'
import { system } from '../src/platform/permissions/actor.ts'
import { loadOffices } from '../src/modules/organisation/operations/loading.ts'

/** Fills the register up to `count` agreements of 87 partners in all offices, by SQL. */
export async function register(kernel: Kernel, count: number): Promise<void> {
  const { db } = kernel.store
  await call(kernel, system(), loadOffices, {}, 'setup')
  await sql`insert into partner (id, name, folded, class, office_id, created_at)
    select gen_random_uuid(), 'Mitra Kerja Nomor ' || n, 'mitra kerja nomor ' || n, (array['ministry','state_body','university','professional_organisation','ngo','student_association','media','company','other'])[1 + n % 9], (select id from office where kind = 'national'), now()
    from generate_series(1, 87) n on conflict do nothing`.execute(db)
  const { have } = await db.selectFrom('agreement').select(eb => eb.fn.countAll<number>().as('have')).executeTakeFirstOrThrow()
  await sql`with made as (
      insert into agreement (id, kind, title, office_id, stage, signed_on, starts_on, ends_on, created_at)
      select gen_random_uuid(), (array['mou','mou','pks'])[1 + n % 3], 'Pertukaran data dan sosialisasi tahapan nomor ' || n, (select id from office where kind in ('national','province','regency') order by md5(code || n) limit 1),
        'signed', date '2021-01-01' + (n % 1700), date '2021-01-01' + (n % 1700), date '2027-06-01' + (n % 900), now()
      from generate_series(${have + 1}::int, ${count}::int) n returning id, office_id, title)
    , kpu as (insert into agreement_party (id, agreement_id, seq, side, office_id, number) select gen_random_uuid(), id, 1, 'kpu', office_id, substr(md5(id::text), 1, 6) || '/PR.07-NK/2024' from made)
    insert into agreement_party (id, agreement_id, seq, side, partner_id, number)
    select gen_random_uuid(), made.id, 2, 'partner', p.id, 'NK-' || substr(md5(made.title), 1, 6) from made join (select id, row_number() over (order by name) as n from partner) p on p.n = 1 + abs(hashtext(made.title)) % 87`.execute(db)
  await sql`select refresh_agreements(array(select id from agreement where reach = '{}'))`.execute(db)
  await sql`analyze`.execute(db)
}

/** The cookie of a new national officer. */
export async function signedIn(kernel: Kernel): Promise<string> {
  const id = newId()
  const token = randomBytes(24).toString('base64url')
  const { db } = kernel.store
  await db.insertInto('auth_user').values({ id, name: 'Petugas', email: `${id}@contoh.go.id` }).execute()
  await db.insertInto('person').values({ id, name: 'Petugas', email: `${id}@contoh.go.id`, auth_user_id: id, created_at: kernel.clock.now() }).execute()
  const { office } = await db.selectFrom('office').select('id as office').where('code', '=', '00').executeTakeFirstOrThrow()
  await db.insertInto('role_grant').values({ id: newId(), person_id: id, role: 'national_admin', office_id: office, with_descendants: true, from_on: '2020-01-01', granted_at: kernel.clock.now() }).execute()
  await db.insertInto('auth_session').values({ id: newId(), token, userId: id, expiresAt: new Date(Date.now() + 86_400_000) }).execute()
  return `${cookieName(false)}=${encodeURIComponent(signToken(token, kernel.secret))}`
}
