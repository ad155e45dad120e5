import { sql } from 'kysely'
import { loadOffices } from '../../src/modules/organisation/operations/loading.ts'
import { system } from '../../src/platform/authority/actor.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { call, type Kernel } from '../../src/platform/operation/operation.ts'

/**
 * Fills the register up to `count` agreements of 87 partners in all offices, by SQL: 40 of 100 have expired, 10 will within 90 days, the
 * others bind for longer.
 */
export async function register(kernel: Kernel, count: number): Promise<void> {
  const { db } = kernel.store
  await call(kernel, system(), loadOffices, {}, 'setup')
  await sql`
    insert into partner (id, name, folded, class, office_id, created_at)
    select gen_random_uuid(), 'Mitra Kerja Nomor ' || n, 'mitra kerja nomor ' || n,
      (array['ministry','state_body','university','professional_organisation','ngo','student_association','media','company','other'])[1 + n % 9],
      (select id from office where kind = 'national'), now()
    from generate_series(1, 87) n on conflict do nothing`.execute(db)
  const { have } = await db
    .selectFrom('agreement')
    .select(eb => eb.fn.countAll<number>().as('have'))
    .executeTakeFirstOrThrow()
  // In steps: each statement is held to the limit of a page, here as in the application.
  for (let at = have; at < count; at += step) await insert(db, at + 1, Math.min(at + step, count))
  await sql`analyze`.execute(db)
}

const step = 2500

async function insert(db: Database, from: number, to: number): Promise<void> {
  await sql`
    with offices as (
      select id, row_number() over (order by code) - 1 as place, count(*) over () as places from office where kind in ('national', 'province', 'regency')
    ), partners as (
      select id, row_number() over (order by name) - 1 as place from partner
    ), made as (
      insert into agreement (id, kind, title, office_id, stage, signed_on, starts_on, ends_on, created_at)
      select gen_random_uuid(), (array['mou','mou','pks'])[1 + n % 3], 'Pertukaran data dan sosialisasi tahapan nomor ' || n, o.id,
        'signed', current_date - 700 - n % 1700, current_date - 700 - n % 1700,
        current_date + case when n % 10 < 4 then -1 - n % 600 when n % 10 = 4 then n % 90 else 100 + n % 900 end, now()
      from generate_series(${from}::int, ${to}::int) n join offices o on o.place = n::bigint * 389 % o.places
      returning id, office_id, title
    ), kpu as (
      insert into agreement_party (id, agreement_id, seq, side, office_id, number)
      select gen_random_uuid(), id, 1, 'kpu', office_id, substr(md5(id::text), 1, 6) || '/PR.07-NK/2024' from made
    )
    insert into agreement_party (id, agreement_id, seq, side, partner_id, number)
    select gen_random_uuid(), made.id, 2, 'partner', p.id, 'NK-' || substr(md5(made.title), 1, 6)
    from made join partners p on p.place = abs(hashtext(made.title)::bigint) % 87`.execute(db)
  await sql`select refresh_agreements(array(select id from agreement where facets = '{}'))`.execute(db)
}
