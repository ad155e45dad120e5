import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { holders } from '../../../platform/authority/holders.ts'
import { authorize, canAnywhere, reach } from '../../../platform/authority/reach.ts'
import { Ends, pageOf } from '../../../platform/database/keyset.ts'
import type { Request } from '../../../platform/doors/request.ts'
import { call, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { line, optional } from '../../../platform/values/shapes.ts'
import {
  ancestry,
  findOffice,
  findOfficeForChange,
  isOpen,
  nameMatches,
  officeChoices,
  officeColumns,
  officeMeant,
  officeNamed,
  tops,
  visible,
} from '../queries/offices.ts'
import { codeFits, kindBelow } from '../rules.ts'
import { Inviter, Office, OfficeAbove, OfficeChange, OfficeDraft, OfficeFilter, OfficeKind, OfficeRef, officeId } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

export const listOffices = operation({
  name: 'offices.list',
  summary: 'Offices in your reach, by code; children of one with `parent`, or found by name or code with `q`',
  power: 'office.read',
  reads: true,
  input: OfficeFilter,
  output: z.object({ offices: z.array(Office), total: z.int().describe('How many there are in all'), ...Ends }),
  example: { q: 'banyuwangi' },
  async run(context, { parent, top, q, kind, closed, ...turn }) {
    const above = parent ? (await officeMeant(context, parent, 'parent')).id : null
    const starts = tops(reach(context, 'office.read'))
    const found = visible(context)
      .$if(above !== null, query => query.where('o.parent_id', '=', above))
      .$if(!!top, query => query.where(sql<boolean>`o.path = any (${starts}::text[]::ltree[])`))
      .$if(!!kind, query => query.where('o.kind', '=', kind!))
      .$if(!closed, query => query.where(isOpen('o', context)))
      .$if(!!q, query => query.where(nameMatches(q!)))
    const { rows, ...ends } = await pageOf(
      found.select(officeColumns(context, closed)),
      { name: 'code', column: sql.ref('o.code'), type: 'text', descending: false },
      sql.ref('o.id'),
      turn,
    )
    const { total } = await found.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    return { offices: rows, total, ...ends }
  },
})

export const searchOffices = operation({
  name: 'offices.search',
  summary: 'Open offices in your reach by what was typed, for fields that choose one: code and name; where none fits, those that come near',
  power: 'office.read',
  reads: true,
  input: z.object({ q: optional(line(100)) }),
  output: z.array(z.object({ value: z.string(), label: z.string(), near: z.boolean() })),
  example: { q: 'banyuwangi' },
  run: async (context, { q }) =>
    (await officeChoices(context, q ?? '')).map(({ code, name, near }) => ({ value: code, label: `${name} (${code})`, near })),
})

export const countOffices = operation({
  name: 'offices.count',
  summary: 'How many open offices of each kind are in your reach',
  power: 'office.read',
  reads: true,
  input: z.object({ below: OfficeRef.optional().describe('Only this office and those below it') }),
  output: z.object({
    name: z.string().nullable().describe('Of the office counted below'),
    counts: z.array(z.object({ kind: OfficeKind, count: z.number().int() })),
  }),
  example: { below: '35.10' },
  async run(context, { below }) {
    const office = below ? await findOffice(context, below) : null
    const counts = await visible(context)
      .select(['o.kind', eb => eb.fn.countAll<number>().as('count')])
      .where(isOpen('o', context))
      .$if(office !== null, query => query.where(sql<boolean>`o.path <@ ${office?.path ?? ''}::text::ltree`))
      .groupBy('o.kind')
      .execute()
    return { name: office?.name ?? null, counts: OfficeKind.options.flatMap(kind => counts.filter(each => each.kind === kind)) }
  },
})

export const showOffice = operation({
  name: 'offices.show',
  summary: 'One office, with the names of those above it',
  power: 'office.read',
  reads: true,
  input: z.object({ id: OfficeRef }),
  output: Office.extend({ above: z.array(OfficeAbove) }),
  example: { id: officeId('35.10') },
  async run(context, { id }) {
    const office = await findOffice(context, id)
    return { ...office, above: await ancestry(context, office.path) }
  },
})

export const createOffice = operation({
  name: 'offices.create',
  summary: 'Open a new office under another',
  power: 'office.write',
  input: OfficeDraft,
  output: Office,
  example: { code: '35.10.99', name: 'PPK Contoh', parentId: officeId('35.10'), zone: 'Asia/Jakarta', openedOn: '2026-01-01' },
  check: (context, { parentId }) => parentId && officeNamed(context, parentId, 'parentId'),
  async run(context, draft) {
    const parent = await officeNamed(context, draft.parentId, 'parentId')
    authorize(context, 'office.write', { path: parent.path })
    const kind = kindBelow(parent.kind)
    if (!kind) throw invalid('parentId', refusals.officeBelowVillage)
    if (!codeFits(draft.code, parent)) throw invalid('code', codeRule(parent))
    const office = {
      id: newId(),
      code: draft.code,
      name: draft.name,
      kind,
      parent_id: parent.id,
      path: `${parent.path}.${draft.code.replaceAll('.', '')}`,
      zone: draft.zone,
      opened_on: draft.openedOn,
    }
    const { numInsertedOrUpdatedRows } = await context.db
      .insertInto('office')
      .values(office)
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    if (!numInsertedOrUpdatedRows) throw invalid('code', refusals.codeUse)
    record(context, { kind: 'office', id: office.id, reach: [office.path] }, null, office)
    return findOffice(context, office.id)
  },
})

const codeRule = ({ kind, code }: { kind: string; code: string }) =>
  kind === 'national' ? refusals.officeCodeOfProvince : refusals.officeCodeNotBelow({ code })

export const changeOffice = operation({
  name: 'offices.change',
  summary: 'Change the name, zone or dates of an office; a closing date closes it, nothing deletes it',
  power: 'office.write',
  limit: 'long',
  input: OfficeChange,
  output: Office,
  example: { id: officeId('35.10'), name: 'KPU Kabupaten Banyuwangi Rahasia', zone: 'Asia/Jakarta', openedOn: '2003-05-01', rev: 0 },
  async run(context, { id, name, zone, openedOn, closedOn, rev: seen }) {
    const { rev, ...before } = await findOfficeForChange(context, id)
    authorize(context, 'office.write', { path: before.path })
    checkRevision(seen, { rev }, refusals.office)
    if (closedOn && closedOn <= openedOn) throw invalid('closedOn', refusals.officeClosesBeforeOpening)
    if (closedOn && before.kind === 'national') throw new Refusal('conflict', refusals.officeNationalStays)
    if (
      closedOn &&
      (await context.db
        .selectFrom('office')
        .select('id')
        .where('parent_id', '=', id)
        .where(sql<boolean>`coalesce(closed_on, 'infinity') > ${closedOn}::date`)
        .executeTakeFirst())
    )
      throw invalid('closedOn', refusals.officeHasOpenBelow)
    const row = { name, zone, opened_on: openedOn, closed_on: closedOn, rev: rev + 1 }
    await context.db.updateTable('office').set(row).where('id', '=', id).execute()
    const { rev: now, ...after } = await findOffice(context, id)
    record(context, { kind: 'office', id, reach: [before.path] }, before, after)
    return { ...after, rev: now }
  },
})

export const listInviters = operation({
  name: 'offices.inviters',
  summary: 'Who may register and invite people at an office, those of the nearest office first, with how to reach them',
  power: 'office.read',
  reads: true,
  input: z.object({ id: OfficeRef }),
  output: z.object({ office: z.string().describe('Its name'), inviters: z.array(Inviter) }),
  example: { id: '35.10' },
  async run(context, { id: ref }) {
    const { path, name } = await findOffice(context, ref)
    const found = await holders(context, 'person.write', path, context.clock.today())
    return {
      office: name,
      inviters: found.slice(0, 5).map(({ id, name, office, email, phones }) => ({ id, name, office, email, phones })),
    }
  },
})

/** For a page where somebody may miss a colleague: who may register people at that office; null for whoever may do it there themselves. */
export async function invitersAt({ var: { kernel, actor } }: Request, officeId: string | undefined): Promise<Inviter[] | null> {
  if (canAnywhere(actor, 'person.write') || !officeId || !canAnywhere(actor, 'office.read')) return null
  return (await call(kernel, actor, listInviters, { id: officeId })).inviters
}
