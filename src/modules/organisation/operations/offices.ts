import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../platform/audit/record.ts'
import { newId, operation } from '../../platform/operation.ts'
import { allow, nationally } from '../../platform/permissions/reach.ts'
import { invalid, Refusal } from '../../platform/refusal.ts'
import { id } from '../../platform/shapes.ts'
import { findOffice, findOfficeForChange, officeColumns, visible } from './queries.ts'
import { readDistricts, readOffices, readVillages } from './regions.ts'
import { Office, OfficeChange, OfficeDraft, OfficeFilter, officeId } from './schema.ts'

const page = 100

export const listOffices = operation({
  name: 'offices.list',
  summary: 'Offices in your reach, by code; children of one with `parent`, or found by name or code with `q`',
  power: 'office.read',
  reads: true,
  input: OfficeFilter,
  output: z.object({ offices: z.array(Office), next: z.string().nullable() }),
  example: { q: 'banyuwangi' },
  async run(context, { parent, q, kind, after, closed }) {
    const rows = await visible(context)
      .select(officeColumns)
      .$if(!!parent, query => query.where('o.parent_id', '=', parent!))
      .$if(!!kind, query => query.where('o.kind', '=', kind!))
      .$if(!closed, query => query.where(sql<boolean>`coalesce(o.closed_on, 'infinity') > ${context.clock.today(context.actor.zone)}::date`))
      .$if(!!q, query => query.where(sql<boolean>`(o.name ilike ${`%${q!.replace(/[\\%_]/g, '\\$&')}%`} or o.code = ${q!})`))
      .$if(!!after, query => query.where('o.code', '>', after!))
      .orderBy('o.code')
      .limit(page + 1)
      .execute()
    return { offices: rows.slice(0, page), next: rows.length > page ? rows[page - 1]!.code : null }
  },
})

export const showOffice = operation({
  name: 'offices.show',
  summary: 'One office',
  power: 'office.read',
  reads: true,
  input: z.object({ id }),
  output: Office,
  example: { id: officeId('35.10') },
  run: (context, { id }) => findOffice(context, id),
})

export const createOffice = operation({
  name: 'offices.create',
  summary: 'Open a new office under another',
  power: 'office.write',
  input: OfficeDraft,
  output: Office,
  example: { code: '35.10.99', name: 'PPK Contoh', parentId: officeId('35.10'), zone: 'Asia/Jakarta', openedOn: '2026-01-01' },
  async run(context, draft) {
    const parent = await findOffice(context, draft.parentId)
    allow(context, 'office.write', { path: parent.path })
    const kind = ({ national: 'province', province: 'regency', regency: 'district', district: 'village' } as const)[parent.kind as 'national']
    if (!kind) throw invalid('parentId', { id: 'Tidak ada tingkat di bawah desa.', en: 'There is no level below a village.' })
    if (await context.db.selectFrom('office').select('id').where('code', '=', draft.code).executeTakeFirst()) throw invalid('code', { id: 'Kode ini sudah dipakai.', en: 'This code is in use.' })
    const office = { id: newId(), code: draft.code, name: draft.name, kind, parent_id: draft.parentId, path: `${parent.path}.${draft.code.replaceAll('.', '')}`, zone: draft.zone, opened_on: draft.openedOn }
    await context.db.insertInto('office').values(office).execute()
    record(context, { kind: 'office', id: office.id, reach: [office.path] }, null, office)
    return findOffice(context, office.id)
  },
})

export const changeOffice = operation({
  name: 'offices.change',
  summary: 'Change the name, zone or dates of an office; a closing date closes it, nothing deletes it',
  power: 'office.write',
  input: OfficeChange,
  output: Office,
  example: { id: officeId('35.10'), name: 'KPU Kabupaten Banyuwangi', zone: 'Asia/Jakarta', openedOn: '2003-05-01' },
  async run(context, { id, name, zone, openedOn, closedOn }) {
    const before = await findOfficeForChange(context, id)
    allow(context, 'office.write', { path: before.path })
    if (closedOn && closedOn <= openedOn) throw invalid('closedOn', { id: 'Tanggal tutup harus setelah tanggal buka.', en: 'The closing date must be after the opening date.' })
    if (closedOn && before.kind === 'national') throw new Refusal('conflict', { id: 'Kantor nasional tidak dapat ditutup.', en: 'The national office cannot be closed.' })
    await context.db.updateTable('office').set({ name, zone, opened_on: openedOn, closed_on: closedOn }).where('id', '=', id).execute()
    const after = await findOffice(context, id)
    record(context, { kind: 'office', id, reach: [before.path] }, before, after)
    return after
  },
})

export const loadOffices = operation({
  name: 'offices.load',
  summary: 'Load the offices of the region data (1 national, 38 provincial, 514 regency), optionally districts and villages too; what is there stays',
  power: 'office.write',
  input: z.object({ level: z.enum(['office', 'district', 'village']).default('office') }),
  output: z.object({ added: z.number().int() }),
  example: { level: 'office' },
  async run(context, { level }) {
    allow(context, 'office.write', nationally)
    const wanted = [...readOffices(), ...(level === 'office' ? [] : readDistricts()), ...(level === 'village' ? readVillages() : [])]
    const known = new Map((await context.db.selectFrom('office').select(['code', 'id', sql<string>`path::text`.as('path')]).execute()).map(row => [row.code, row]))
    const rows = []
    for (const { code, name, kind, parentCode, zone } of wanted) {
      if (known.has(code)) continue
      const parent = parentCode === null ? undefined : known.get(parentCode)
      const row = { id: officeId(code), code, name, kind, parent_id: parent?.id ?? null, path: parent ? `${parent.path}.${code.replaceAll('.', '')}` : 'id', zone, opened_on: '2003-05-01' }
      known.set(code, row)
      rows.push(row)
    }
    for (let at = 0; at < rows.length; at += 1000)
      await sql`insert into office (id, code, name, kind, parent_id, path, zone, opened_on)
        select * from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + 1000))}::jsonb) as r (id uuid, code text, name text, kind text, parent_id uuid, path ltree, zone text, opened_on date)`.execute(context.db)
    if (rows.length) record(context, { kind: 'office', id: 'all', reach: ['id'] }, null, { added: rows.length, level })
    return { added: rows.length }
  },
})
