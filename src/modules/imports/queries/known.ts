import { sql } from 'kysely'
import { reachOf, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Office } from '../../../platform/reading/offices.ts'
import type { Known, KnownAgreement, KnownPartner } from '../rules/classify.ts'
import { type Values, valueNames } from '../schema/rows.ts'

/** The offices that the one who imports may record agreements for: a row of another one is of no office that is known here. */
export const officesToImport = (context: Context, descendants = true): Promise<Office[]> =>
  context.db
    .selectFrom('office_card as o')
    .select(['o.code', 'o.name'])
    .where('o.kind', 'in', ['national', 'province', 'regency'])
    .where(within(reachOf(context.actor, 'agreement.import'), { path: sql.ref('o.path') }))
    .$if(!descendants, query => query.where('o.kind', '=', 'national'))
    .execute()

/** Offices that may be parties of an agreement beside one that is in reach. */
export const allOffices = (context: Context): Promise<Office[]> =>
  context.db.selectFrom('office_card').select(['code', 'name']).where('kind', 'in', ['national', 'province', 'regency']).execute()

type KpuParty = { office: string | null; number: string | null; signatory: Values['kpuSignatory'] }
type PartnerParty = KpuParty & { partner: string; partnerId: string; partnerClass: Values['partnerClass'] }
type Row = {
  id: string
  offices: KpuParty[]
  partners: PartnerParty[]
  at: string | null
  kind: Values['kind']
  signedOn: string | null
  startsOn: string | null
  endsOn: string | null
  title: string
  scope: string[]
  parentNumber: string | null
  openness: string
  reason: string | null
  rows: { judged: Record<string, unknown>; at: string | null; as: string }[]
}

/**
 * What the register says now of every agreement that an import may meet, and what earlier imports said of it. Those without a number or
 * a partner are met only by their own id.
 */
export const knownRegister = async (context: Context): Promise<Known> => ({
  partners: await allPartners(context),
  agreements: await knownAgreements(context),
})

export const allPartners = (context: Context): Promise<KnownPartner[]> =>
  context.db.selectFrom('partner_card').select(['id', 'name']).orderBy('id').execute()

/** Only those that have one of these numbers (folded) or ids, when some are given. */
export async function knownAgreements(
  context: Context,
  only?: { numbers: readonly string[]; ids: readonly string[] },
): Promise<KnownAgreement[]> {
  const wanted = only
    ? sql`a.id in (select m.agreement_id from agreement_party_card m where m.side = 'kpu' and m.number is not null and folded_number(m.number) = any (${only.numbers}::text[])
        union select unnest(${only.ids}::uuid[]))`
    : sql`true`
  const { rows } = await sql<Row>`
    select a.id, to_char(a.source_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, a.kind, a.signed_on as "signedOn", a.starts_on as "startsOn",
      a.ends_on as "endsOn", a.title, p.offices, p.partners,
      coalesce((select jsonb_agg(s.text order by s.seq) from agreement_scope_card s where s.agreement_id = a.id), '[]') as scope,
      (select pk.number from agreement_party_card pk where pk.agreement_id = a.parent_id and pk.side = 'kpu' and pk.number is not null order by pk.seq limit 1) as "parentNumber",
      a.openness, a.exclusion_reason as reason,
      coalesce((select jsonb_agg(jsonb_build_object('judged', r.judged, 'at', r.judged ->> 'submittedAt', 'as', r.applied_as) order by r.applied_at, r.place) from import_row r where r.agreement_id = a.id and r.applied_as in ('created', 'updated', 'duplicate')), '[]') as rows
    from agreement_card a
    join lateral (select coalesce(jsonb_agg(said order by y.seq) filter (where y.side = 'kpu'), '[]') as offices, coalesce(jsonb_agg(said order by y.seq) filter (where y.side = 'partner'), '[]') as partners
      from agreement_party_card y left join office_card f on f.id = y.office_id left join partner_card q on q.id = y.partner_id
      cross join lateral (select jsonb_build_object('office', f.code, 'partner', q.name, 'partnerId', q.id, 'partnerClass', q.class, 'number', y.number,
        'signatory', jsonb_build_object('name', y.signatory, 'position', y.signatory_position)) as said) each
      where y.agreement_id = a.id) p on true
    join office_card o on o.id = a.office_id
    where ${within(reachOf(context.actor, 'agreement.import'), { path: sql.ref('o.path') })} and ${wanted} order by a.id`.execute(
    context.db,
  )
  return rows.map(agreementOf)
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
  const { id, offices, partners, kind, signedOn, startsOn, endsOn, title, scope, parentNumber } = row
  const [office, ...furtherOffices] = offices
  const [partner, ...furtherPartners] = partners
  return {
    id,
    kpuNumber: office?.number ?? null,
    partner: partner?.partner ?? null,
    partners: partners.map(each => each.partner),
    at,
    values: {
      office: office?.office ?? null,
      kind,
      signedOn,
      startsOn,
      endsOn,
      partnerClass: partner?.partnerClass ?? null,
      partnerNumber: partner?.number ?? null,
      title,
      scope,
      kpuSignatory: office?.signatory ?? nobody,
      partnerSignatory: partner?.signatory ?? nobody,
      furtherOffices: furtherOffices.map(({ office, number, signatory }) => ({ office, number, signatory })),
      furtherPartners: furtherPartners.map(({ partner, partnerId, partnerClass, number, signatory }) => ({
        partner,
        partnerId,
        partnerClass,
        number,
        signatory,
      })),
      // A parent that could not be found stays what the row said, so that the same row is no news.
      parentNumber: parentNumber ?? latest?.parentNumber ?? null,
      openness: opennessOf(row),
      obstacles: latest?.obstacles ?? null,
      advice: latest?.advice ?? null,
    },
    earlier: said,
  }
}

const nobody = { name: null, position: null }
const opennessOf = ({ openness, reason }: Row): Values['openness'] =>
  openness === 'on_request' ? { public: false, reason: null, onRequest: true } : { public: openness === 'public', reason }
