import { makeDemoWorld } from '../database/demo/world.ts'
import { loadReferenceData } from '../src/reference-data.ts'
import { app, db, kernel, now } from './world.ts'

/** Makes the demo world in the test's own database, as on that day in the morning. */
export async function demoWorldOn(day: string): Promise<void> {
  now.at = new Date(`${day}T02:30:00Z`)
  await loadReferenceData(kernel)
  await makeDemoWorld(kernel, () => {})
  kernel.config.demo = true
}

const origin = 'http://sinergi.test'

export type Reader = {
  name: string
  cookies: (readonly [name: string, value: string])[]
  open(path: string): Promise<{ status: number; page: string }>
  get(path: string): Promise<string>
}

/** Comes in as somebody of the demo world, by name, through its own door. */
export async function enterAs(name: string): Promise<Reader> {
  const person = await db.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow()
  const body = new FormData()
  body.append('person', person.id)
  const entered = await app.request(`${origin}/demo`, { method: 'POST', body, headers: { origin: origin } })
  const cookies = entered.headers.getSetCookie().map(each => {
    const [name, value] = each.split(/[=;]/, 2)
    return [name!, value!] as const
  })
  const cookie = cookies.map(each => each.join('=')).join('; ')
  const open = async (path: string) => {
    const answer = await app.request(`${origin}${path}`, { headers: { cookie } })
    return { status: answer.status, page: await answer.text() }
  }
  return {
    name,
    cookies,
    open,
    async get(path) {
      const { status, page } = await open(path)
      if (status !== 200) throw new Error(`${name}: ${path} answers ${status}`)
      return page
    },
  }
}

export type Link = { href: string; text: string; count: number | null }

/** The links of a page, with the number that each promises. */
export const linksIn = (page: string): Link[] =>
  [...page.matchAll(/<a ([^>]*)>(.*?)<\/a>/gs)].flatMap(([, attributes, inner]) => {
    const href = attributes!.match(/(?:^|\s)href="([^"]*)"/)?.[1]
    const count = attributes!.match(/data-count="(\d+)"/)?.[1]
    const text = inner!
      .replace(/<title>.*?<\/title>/gs, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    return href ? [{ href: href.replaceAll('&amp;', '&'), text, count: count === undefined ? null : Number(count) }] : []
  })

/** How many rows a list says that it has; "1.000+" as 1000. */
export const totalIn = (page: string): number | null => {
  const said = page.match(/data-total="(\d+)"/)?.[1]
  return said === undefined ? null : Number(said)
}

/** Addresses of one kind: `/temuan/1234…?siklus=…` is `/temuan/:id?siklus`. */
const filteredPage = (href: string): string => `${pageOf(href)}?${[...new URL(href, origin).searchParams.keys()].sort()}`
/** The same without what it is filtered by. */
export const pageOf = (href: string): string => new URL(href, origin).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')

/**
 * Opens the pages that one can get to from the home page, at most `each` of one kind, and hands each to `look`.
 * @returns the links among them that lead nowhere: where they stand and what they answer
 */
export async function walk(
  { open }: Reader,
  each: number,
  look: (path: string, page: string) => void | Promise<void>,
  kindOf: (href: string) => string = filteredPage,
): Promise<string[]> {
  const dead: string[] = []
  const seen = new Map<string, string>([['/', 'home']])
  const kinds = new Map<string, number>()
  const waiting = ['/']
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { status, page } = await open(path)
    if (status !== 200) {
      dead.push(`${seen.get(path)}: ${path} answers ${status}`)
      continue
    }
    await look(path, page)
    for (const { href } of linksIn(page)) {
      const clean = href.split('#')[0]!
      if (!clean.startsWith('/') || seen.has(clean) || !isPage(clean)) continue
      const kind = kindOf(clean)
      if ((kinds.get(kind) ?? 0) >= each || /sesudah|sebelum|urut/.test(kind)) continue
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      seen.set(clean, path)
      waiting.push(clean)
    }
  }
  return dead
}

const isPage = (path: string): boolean =>
  !/^\/(api|berkas|keluar|assets|surat)\b|\/berkas\b|^\/laporan\/templat\/berkas|\/naskah\/[^?]+\/(pdf|word|zip)\b/.test(path)
