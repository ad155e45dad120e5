import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { listRows, showUnread } from '../src/modules/imports/operations/listing.ts'
import type { Preview, Unread } from '../src/modules/imports/schema/files.ts'
import type { BatchRow } from '../src/modules/imports/schema/rows.ts'
import { operations } from '../src/modules.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { runCommand } from '../src/platform/doors/command.ts'
import { root } from '../src/platform/process/root.ts'
import { app, as, browser, kernel } from './world.ts'

export type PreviewResult = Pick<Preview, 'counts' | 'rows' | 'unread'>
export const casePath = (name: string): string => join(root, 'test/data/import-cases', name)

/** What the command says: `sinergi agreements import FILE --preview --json`. */
export async function previewByCommand(path: string, ...options: string[]): Promise<PreviewResult> {
  const [out, err] = [new PassThrough(), new PassThrough()]
  const open = async () => ({ ...kernel, close: async () => {} })
  const code = await runCommand(['agreements', 'import', path, '--preview', '--json', ...options], { operations, open, out, err })
  out.end()
  err.end()
  const [said, refused] = [String(await buffer(out)), String(await buffer(err))]
  if (code !== 0) throw new Error(`exit ${code}: ${refused}`)
  return JSON.parse(said)
}

/** What a program of this person is told: `POST /api/v1/agreements/imports`. */
export async function previewByRest(actor: Actor, path: string, fields: Record<string, string> = {}): Promise<PreviewResult> {
  const body = new FormData()
  for (const [name, value] of Object.entries({ preview: 'true', ...fields })) body.append(name, value)
  body.append('file', fileOf(path))
  const { cookie } = await browser(actor)
  const headers = { cookie, origin: 'http://sinergi.test' }
  const answer = await app.request('http://sinergi.test/api/v1/agreements/imports', { method: 'POST', headers, body })
  const told = await answer.json()
  if (!answer.ok) throw new Error(`${answer.status}: ${JSON.stringify(told)}`)
  return told as PreviewResult
}

/** What this person sees in the browser after an upload: the text of the page, with the rows and what was not read behind it. */
export async function uploadByPage(actor: Actor, path: string) {
  const here = await browser(actor)
  const uploaded = await here.post('/impor', { file: fileOf(path) })
  const address = uploaded.headers.get('location')
  if (!address) throw new Error(`${uploaded.status}: ${await uploaded.text()}`)
  await kernel.jobs.drain(kernel)
  const id = address.split('/').at(-1)!
  const { rows } = await as(actor)<{ rows: BatchRow[] }>(listRows, { id })
  return {
    here,
    id,
    rows,
    unread: await as(actor)<Unread>(showUnread, { id }),
    page: textOf(await (await here.get(address)).text()),
  }
}

export const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

const fileOf = (path: string): File => new File([new Uint8Array(readFileSync(path))], basename(path))
