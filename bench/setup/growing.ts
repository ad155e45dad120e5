import { readFileSync } from 'node:fs'
import type { Attempt, Route } from '../../test/fuzz/attempts.ts'

/** What grows, by its name: a request of about `n` of something to a route. */
export const growing: { [kind: string]: (route: Route, path: string, n: number) => Attempt } = {
  'fields of one name': (route, path, n) =>
    form(
      route,
      path,
      repeat(n, () => 'a=1', '&'),
    ),
  'fields of different names': (route, path, n) =>
    form(
      route,
      path,
      repeat(n, at => `a${at}=1`, '&'),
    ),
  'fields of a list': (route, path, n) =>
    form(
      route,
      path,
      repeat(n, at => `a.${at}.b=1`, '&'),
    ),
  'a known field again and again': (route, path, n) =>
    form(
      route,
      path,
      repeat(n, () => `${route.names.at(-1) ?? 'q'}=1`, '&'),
    ),
  'a long text': (route, path, n) => form(route, path, `${route.names[0] ?? 'q'}=${'a '.repeat(n * 50)}`),
  parts: (route, path, n) =>
    parts(
      route,
      path,
      repeat(n, at => `--x\r\nContent-Disposition: form-data; name="a${at % 7}"\r\n\r\n1\r\n`),
    ),
  'dashes in a part': (route, path, n) =>
    parts(route, path, `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${'\r\n--'.repeat(n * 20)}\r\n`),
  'a list of JSON': (route, path, n) =>
    json(route, path, Object.fromEntries(route.names.map(name => [name, Array(Math.ceil((n * 4) / (route.names.length || 1))).fill('1')]))),
  'keys of JSON': (route, path, n) => json(route, path, Object.fromEntries(Array.from({ length: n * 4 }, (_, at) => [`a${at}`, 1]))),
  'a long text of JSON': (route, path, n) => json(route, path, { ...route.example, [route.names.at(-1) ?? 'a']: '( '.repeat(n * 50) }),
  parameters: (route, path, n) => ({ method: route.method, path: `${path}?${repeat(Math.ceil(n / 3), () => 'a=1', '&')}`, headers: {} }),
  'a long parameter': (route, path, n) => ({ method: route.method, path: `${path}?q=${'a+'.repeat(n)}`, headers: {} }),
  'an accepted language': (route, path, n) => ({ method: route.method, path, headers: { 'accept-language': repeat(n, () => 'xx', ',') } }),
  cookies: (route, path, n) => ({ method: route.method, path, headers: { cookie: repeat(n, () => 'a=1', ';') } }),
}
/** How many, each twice the one before, as far as the limits let it. */
export const sizes = [1200, 2400, 4800]

const repeat = (n: number, each: (at: number) => string, between = '') => Array.from({ length: n }, (_, at) => each(at)).join(between)
const bodied = ({ method }: Route) => (method === 'GET' ? 'POST' : method)
const form = (route: Route, path: string, body: string): Attempt => ({
  method: bodied(route),
  path,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body,
})
const parts = (route: Route, path: string, body: string): Attempt => ({
  method: bodied(route),
  path,
  headers: { 'content-type': 'multipart/form-data; boundary=x' },
  body: `${body}--x--\r\n`,
})
const json = (route: Route, path: string, body: object): Attempt => ({
  method: bodied(route),
  path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** Processor time that the main thread of a process has had, in milliseconds. */
export const cpuOf = (pid: number): number => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
/** Memory of a process now and at its highest, in MB. */
export function memoryOf(pid: number): { now: number; highest: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (name: string) => Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))![1]) / 1024
  return { now: of('VmRSS'), highest: of('VmHWM') }
}
