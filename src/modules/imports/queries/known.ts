import { sql } from 'kysely'
import type { Context } from '../../../platform/operation.ts'
import { reachOf, within } from '../../../platform/permissions/reach.ts'
import type { Known, KnownAgreement } from '../rules/judge.ts'
import type { Office } from '../rules/offices.ts'
import { type Values, valueNames } from '../schema.ts'

/** The offices that the one who imports may record agreements for: a row of another one is of no office that is known here. */
export const officesToImport = (context: Context, descendants = true): Promise<Office[]> =>
  context.db
    .selectFrom('office as o')
    .select(['o.code', 'o.name'])
    .where('o.kind', 'in', ['national', 'province', 'regency'])
    .where(within(reachOf(context.actor, 'agreement.import'), { path: sql.ref('o.path') }))
    .$if(!descendants, query => query.where('o.kind', '=', 'national'))
    .execute()

type Row = {
  id: string
  kpu_number: string
  partner: string
  at: string | null
  office: string
  kind: Values['kind']
  signedOn: string | null
  startsOn: string | null
  endsOn: string | null
  partnerClass: Values['partnerClass']
  partnerNumber: string | null
  title: string
  scope: string[]
  kpuSignatory: Values['kpuSignatory']
  partnerSignatory: Values['partnerSignatory']
  parentNumber: string | null
  openness: string
  reason: string | null
  rows: { judged: Record<string, unknown>; at: string | null; as: string }[]
}

/**
 * What the register says now of every agreement that an import may meet, and what earlier imports said of it.
 * Agreements without a number or a partner cannot be met again and are left out.
 */
export async function knownRegister(context: Context): Promise<Known> {
  const partners = await context.db.selectFrom('partner').select(['id', 'name']).execute()
  const { rows } = await sql<Row>`
    select a.id, k.number as kpu_number, q.name as partner, to_char(a.source_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, o.code as office, a.kind,
      a.signed_on as "signedOn", a.starts_on as "startsOn", a.ends_on as "endsOn", q.class as "partnerClass", m.number as "partnerNumber", a.title,
      coalesce((select jsonb_agg(s.text order by s.seq) from agreement_scope s where s.agreement_id = a.id), '[]') as scope,
      jsonb_build_object('name', k.signatory, 'position', k.signatory_position) as "kpuSignatory", jsonb_build_object('name', m.signatory, 'position', m.signatory_position) as "partnerSignatory",
      (select pk.number from agreement_party pk where pk.agreement_id = a.parent_id and pk.side = 'kpu' and pk.number is not null order by pk.seq limit 1) as "parentNumber",
      a.openness, a.exclusion_reason as reason,
      coalesce((select jsonb_agg(jsonb_build_object('judged', r.judged, 'at', r.judged ->> 'submittedAt', 'as', r.applied_as) order by r.applied_at, r.place) from import_row r where r.agreement_id = a.id and r.applied_as in ('created', 'updated', 'duplicate')), '[]') as rows
    from agreement a
    join lateral (select number, signatory, signatory_position, office_id from agreement_party where agreement_id = a.id and side = 'kpu' order by seq limit 1) k on k.number is not null
    join lateral (select number, signatory, signatory_position, partner_id from agreement_party where agreement_id = a.id and side = 'partner' order by seq limit 1) m on true
    join partner q on q.id = m.partner_id join office o on o.id = k.office_id
    where ${within(reachOf(context.actor, 'agreement.import'), { path: sql.ref('o.path') })}`.execute(context.db)
  return { partners, agreements: rows.map(agreementOf) }
}

function agreementOf(row: Row): KnownAgreement {
  const said = row.rows.map(({ judged, at, as }) => ({
    values: Object.fromEntries(valueNames.map(name => [name, judged[name]])) as unknown as Values,
    at,
    as,
  }))
  const latest = said.findLast(({ as }) => as !== 'duplicate')?.values
  // A row that said the same again has told it at its own time.
  const at = said.reduce(
    (at, again) => (at !== null && again.as === 'duplicate' && again.at !== null && again.at > at ? again.at : at),
    row.at,
  )
  const {
    office,
    kind,
    signedOn,
    startsOn,
    endsOn,
    partnerClass,
    partnerNumber,
    title,
    scope,
    kpuSignatory,
    partnerSignatory,
    parentNumber,
  } = row
  return {
    id: row.id,
    kpuNumber: row.kpu_number,
    partner: row.partner,
    at,
    values: {
      office,
      kind,
      signedOn,
      startsOn,
      endsOn,
      partnerClass,
      partnerNumber,
      title,
      scope,
      kpuSignatory,
      partnerSignatory,
      // A parent that could not be found stays what the row said, so that the same row is no news.
      parentNumber: parentNumber ?? latest?.parentNumber ?? null,
      openness: { public: row.openness === 'public', reason: row.reason },
      obstacles: latest?.obstacles ?? null,
      advice: latest?.advice ?? null,
    },
    earlier: said,
  }
}
