import { sql } from 'kysely'
import { linksIn, type Reader } from './demo-crawl.ts'
import { db } from './world.ts'

/** Where a thing of each kind is read. */
const pages = {
  agreement: '/perjanjian',
  partner: '/mitra',
  office: '/satuan-kerja',
  cycle: '/evaluasi',
  assignment: '/evaluasi/isian',
  finding: '/temuan',
  follow_up: '/tindak-lanjut',
  report: '/laporan',
  person: '/orang',
} as const
type Kind = keyof typeof pages
export type Tie = { a: Kind; aId: string; b: Kind; bId: string }

/**
 * What belongs to what, each way, read from the tables and not from what pages say; `most` of each pair of kinds, always the same ones.
 * With the name of somebody who speaks for a partner, only what touches that partner or its agreements.
 */
export async function ties(most: number, contact: string | null = null): Promise<Tie[]> {
  const { rows } = await sql<Tie>`
    with one (a, a_id, b, b_id) as (
      select 'agreement', p.agreement_id, 'partner', p.partner_id from agreement_party p where p.partner_id is not null
      union select 'agreement', id, 'office', office_id from agreement
      union select 'agreement', parent_id, 'agreement', id from agreement where parent_id is not null
      union select 'assignment', t.id, 'agreement', t.agreement_id from assignment t join cycle c on c.id = t.cycle_id where c.opened_at is not null
      union select 'assignment', id, 'cycle', cycle_id from assignment
      union select 'assignment', t.id, 'office', t.office_id from assignment t join cycle c on c.id = t.cycle_id where c.opened_at is not null
      union select 'assignment', x.id, 'assignment', y.id from assignment x
        join assignment y on y.cycle_id = x.cycle_id and y.agreement_id = x.agreement_id and y.id <> x.id
      union select 'assignment', id, 'partner', partner_id from assignment where partner_id is not null
      union select 'finding', id, 'assignment', source_id from finding where source_kind = 'assignment'
      union select 'finding', id, 'agreement', agreement_id from finding where agreement_id is not null and dismissed_at is null
      union select 'finding', id, 'partner', partner_id from finding where partner_id is not null and dismissed_at is null
      union select 'finding', id, 'office', office_id from finding where dismissed_at is null
      union select 'finding', id, 'cycle', cycle_id from finding where cycle_id is not null and dismissed_at is null
      union select 'finding', finding_id, 'follow_up', follow_up_id from finding_follow_up
      union select 'follow_up', l.follow_up_id, 'agreement', f.agreement_id from finding_follow_up l join finding f on f.id = l.finding_id
        where f.agreement_id is not null
      union select 'follow_up', id, 'partner', partner_id from follow_up where partner_id is not null
      union select 'follow_up', id, 'office', office_id from follow_up where state in ('open', 'reported', 'returned')
      union select 'follow_up', id, 'person', owner_id from follow_up where state in ('open', 'reported', 'returned')
      union select 'report', id, 'cycle', cycle_id from report
      union select 'report', id, 'office', office_id from report
    ),
    own (id) as (
      select g.partner_id from role_grant g join person p on p.id = g.person_id where p.name = ${contact}
      union select y.agreement_id from agreement_party y join role_grant g on g.partner_id = y.partner_id join person p on p.id = g.person_id
        where p.name = ${contact}
    ),
    touched as (select * from one where ${contact}::text is null or a_id in (select id from own) or b_id in (select id from own)),
    each_way as (select * from touched union select b, b_id, a, a_id from touched),
    numbered as (select *, row_number() over (partition by a, b order by md5(a_id::text || b_id::text)) as place from each_way)
    select a, a_id as "aId", b, b_id as "bId" from numbered where place <= ${most} order by a, b, place`.execute(db)
  return rows
}

/**
 * The ties that a reader who may see both ends cannot walk: the other page is neither linked on the page of the one nor stands in a list
 * that this page leads to (a list is read to its end: turning its pages is no press of the two).
 */
export async function untied(reader: Reader, some: readonly Tie[]): Promise<{ missing: string[]; walked: number }> {
  const missing: string[] = []
  const opened = new Map<string, { status: number; page: string }>()
  const open = async (path: string) => {
    const known = opened.get(path) ?? (await reader.open(path))
    opened.set(path, known)
    return known
  }
  let walked = 0
  for (const { a, aId, b, bId } of some) {
    const from = `${pages[a]}/${aId}`
    const to = `${pages[b]}/${bId}`
    const { status, page } = await open(from)
    if (status !== 200 || (await open(to)).status !== 200) continue
    walked += 1
    const links = linksIn(page.slice(page.indexOf('<main')))
    if (links.some(({ href }) => pathOf(href) === to)) continue
    const lists = [...new Set(links.filter(({ href }) => leadsToList(href)).map(({ href }) => href.split('#')[0]!))]
    if (!(await stands(open, lists, to))) missing.push(`${reader.name}: ${from} → ${to}`)
  }
  return { missing, walked }
}

/** A list, or a thing that is one press away. */
const leadsToList = (href: string): boolean => /^\/(?!api\b|keluar\b|berkas\b)/.test(href) && !/\.(?:csv|xlsx|json)\b/.test(href)
const pathOf = (href: string): string => href.split(/[?#]/)[0]!

async function stands(open: (path: string) => Promise<{ page: string }>, lists: readonly string[], to: string): Promise<boolean> {
  // Those that are filtered by something first: they are the shorter ones.
  for (const list of lists.toSorted((a, b) => Number(b.includes('?')) - Number(a.includes('?')))) {
    let at: string | undefined = list
    for (let turned = 0; at && turned < 100; turned++) {
      const { page } = await open(at)
      const links = linksIn(page.slice(page.indexOf('<main')))
      if (links.some(({ href }) => pathOf(href) === to)) return true
      at = list.includes('?') ? links.find(({ href }) => pathOf(href) === pathOf(list) && /[?&]sesudah=/.test(href))?.href : undefined
    }
  }
  return false
}
