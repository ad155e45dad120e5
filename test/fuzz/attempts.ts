import type { Hono } from 'hono'
import { z } from 'zod'
import { endpoints } from '../../src/modules.ts'
import type { Env } from '../../src/platform/doors/request.ts'
import type { Chance } from './chance.ts'
import { type Fields, mutated, texts } from './mutations.ts'

/** A route of the application, with an input that its operation succeeds with where it has one, and the fields it knows. */
export type Route = { method: string; path: string; example: Fields; names: string[] }
export type Attempt = { method: string; path: string; headers: Record<string, string>; body?: string | Uint8Array }
/** A value for a parameter of a route, such as an id that is there. */
export type Known = (route: string, parameter: string) => string

/** All routes, as the application itself lists them: none can be forgotten. */
export function routesOf(app: Hono<Env>): Route[] {
  const found = new Map<string, Route>()
  for (const { method, path } of app.routes) {
    if (method === 'ALL' || path.includes('*')) continue
    const operation = endpoints.find(
      ({ route }) => route === `${method} ${path.replace('/api/v1', '')}` && path.startsWith('/api/v1'),
    )?.operation
    const schema = operation && (z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as { properties?: object })
    const example = { ...(operation?.example as Fields | undefined) }
    found.set(`${method} ${path}`, { method, path, example, names: Object.keys(schema?.properties ?? {}) })
  }
  return [...found.values()]
}

/** One request to the route that somebody who means no good, or a broken program, may send. */
export function attemptAt(route: Route, known: Known, names: readonly string[], chance: Chance): Attempt {
  const wild = chance.below(4) === 0
  const path = route.path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) =>
    encoded(wild ? chance.of(texts) : String(route.example[name] ?? known(route.path, name))),
  )
  const all = [...route.names, ...names]
  const fields = chance.below(12) ? mutated(route.example, all, chance) : route.example
  const headers = headersFor(chance)
  const method = chance.below(25) ? route.method : chance.of(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'POST', 'GET', 'PROPFIND'])
  if (method === 'GET' || method === 'HEAD') return { method, path: `${path}?${query(fields)}`.slice(0, 12_000), headers }
  const { type, body } = bodyOf(fields, route.path.startsWith('/api/'), chance)
  return { method, path, headers: { ...headers, 'content-type': type }, body }
}

function headersFor(chance: Chance): Record<string, string> {
  const odd: Record<string, string>[] = [
    { 'accept-language': Array(800).fill('en;q=0.1').join(',') },
    { 'accept-encoding': Array(800).fill('gzip;q=0').join(',') },
    { 'idempotency-key': 'k'.repeat(chance.of([1, 200, 201, 4000])) },
    { authorization: `Bearer ${'x'.repeat(chance.of([1, 100, 8000]))}` },
    { 'x-forwarded-for': '::1, %, 999.1.1.1', 'x-forwarded-proto': 'gopher' },
    { referer: chance.of(['http://', 'http://[', '/x', 'javascript:1']) },
    { range: 'bytes=-1', 'if-none-match': '*' },
    { 'content-encoding': 'gzip' },
    { 'user-agent': '' },
  ]
  return chance.below(4) ? {} : chance.of(odd)
}

function bodyOf(fields: Fields, json: boolean, chance: Chance): { type: string; body: string } {
  const whole = [asJson, asForm, asParts][json ? chance.of([0, 0, 0, 1, 2]) : chance.of([0, 1, 1, 1, 2])]!(fields)
  switch (chance.below(12)) {
    case 0:
      return { ...whole, body: whole.body.slice(0, chance.below(whole.body.length + 1)) }
    case 1:
      return {
        ...whole,
        type: chance.of(['', 'text/plain', 'application/json', 'multipart/form-data', 'multipart/form-data; boundary=', 'a;;/']),
      }
    case 2:
      return { ...whole, body: whole.body + chance.of(texts) }
    default:
      return whole
  }
}

const asJson = (fields: Fields) => ({ type: 'application/json', body: JSON.stringify(fields) })
const asForm = (fields: Fields) => ({ type: 'application/x-www-form-urlencoded', body: query(fields) })
const asParts = (fields: Fields) => ({
  type: 'multipart/form-data; boundary=batas',
  body: `${flat(fields)
    .map(
      ([name, value], at) =>
        `--batas\r\nContent-Disposition: form-data; name="${name}"${at % 3 ? '' : `; filename="${name}.pdf"`}\r\n\r\n${value}\r\n`,
    )
    .join('')}--batas--\r\n`,
})

const query = (fields: Fields): string =>
  flat(fields)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&')

/** Nested values as the fields of a form. */
const flat = (value: unknown, before = ''): [string, string][] => {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return [[before, String(value)]]
  if (Array.isArray(value) && value.every(each => typeof each !== 'object')) return value.map(each => [before, String(each)])
  return Object.entries(value).flatMap(([name, inner]) => flat(inner, before ? `${before}.${name}` : name))
}

/** What is encoded already stays so, to arrive broken. */
const encoded = (text: string): string => (/^%/.test(text) ? text : encodeURIComponent(text.toWellFormed()))
