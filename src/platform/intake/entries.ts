import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Request } from '../doors/request.ts'
import type { Upload } from '../files/store.ts'
import { type FieldErrors, Refusal } from '../refusals/refusal.ts'
import { chosenFrom, chosenName } from '../values/choices.ts'
import { fileTooLarge, most, together, tooLarge } from './limits.ts'
import { readMultipart } from './multipart.ts'
import { received, receivedText } from './received.ts'
import { refusals } from './refusal-words.ts'
import { type SetAside, setAside } from './set-aside.ts'

/**
 * A posted form, field by field as it came. Of a choice whose name was sent, the value stands there, and what went along in `chosen` by the
 * name it had, empty where something else was typed. `problems` says which files are missing since they are too large; all else is there.
 */
export type Entries = {
  texts: [name: string, text: string][]
  chosen: Readonly<Record<string, string>>
  files: { key: string; file: Upload }[]
  problems: FieldErrors
}

/**
 * Reads a form once, however often it is asked for. Files are taken where `uploads` says so and somebody is signed in: they wait on disk,
 * and come into memory when the whole form is there, as many at once as there is room for. Refuses `too_large`, `too_slow` and `invalid`.
 */
export function readEntries(c: Request, uploads = false): Promise<Entries> {
  const before = read.get(c.req.raw)
  if (before) return before
  const type = c.req.header('content-type') ?? ''
  const entries = /^multipart\/form-data\b/i.test(type)
    ? ofMultipart(c, type, uploads && c.var.actor.kind !== 'anonymous')
    : ofText(c, type).then(entries => c.var.askAgain().then(() => entries))
  read.set(c.req.raw, entries)
  return entries
}

const read = new WeakMap<object, Promise<Entries>>()

/** What a form said, with the names of its files alone. */
type ReceivedParts = { texts: Entries['texts']; files: { key: string; name: string }[] }
/** As far as a form was heard: to its end, unless it was refused; whatever became of its files. */
const heard = new WeakMap<object, ReceivedParts>()

/** As it was read before, else now, whoever sent it, keeping nothing of a file. */
export async function readForRepeating(c: Request): Promise<ReceivedParts> {
  await read.get(c.req.raw)?.catch(() => {}) // its texts are there, though its files were not to be kept
  const before = heard.get(c.req.raw)
  if (before) return before
  const type = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(type)) return { texts: (await ofText(c, type)).texts, files: [] }
  const said: ReceivedParts = { texts: [], files: [] }
  await readMultipart(type, received(c, most.bytes + c.var.kernel.files.limit), {
    text: (name, value) => said.texts.push([name, value]),
    async file(key, name, stream) {
      said.files.push({ key, name })
      await finished(stream.resume())
    },
  })
  return said
}

async function ofText(c: Request, type: string): Promise<Entries> {
  const text = await receivedText(c)
  if (text && !/^application\/x-www-form-urlencoded\b/i.test(type)) throw new Refusal('invalid', refusals.bodyNotForm)
  if (text.split('&', most.fields + 1).length > most.fields) throw tooLarge()
  const texts = [...new URLSearchParams(text)]
  if (texts.some(([name]) => name.length > most.name)) throw tooLarge()
  heard.set(c.req.raw, { texts, files: [] })
  return { ...withChoices(texts), files: [], problems: {} }
}

/** The value of each choice in the place of its name; what was typed over that name stays. */
function withChoices(sent: Entries['texts']): Pick<Entries, 'texts' | 'chosen'> {
  const all = new Map(sent)
  const chosen: Record<string, string> = {}
  const texts = sent.flatMap(([name, text]): Entries['texts'] => {
    if (name.endsWith(chosenName('')) && all.has(name.slice(0, -1))) return []
    const beside = all.get(chosenName(name))
    if (beside === undefined) return [[name, text]]
    const choice = chosenFrom(beside)
    const isChosen = choice?.label === text
    chosen[chosenName(name)] = isChosen ? beside : ''
    return [[name, isChosen ? choice.value : text]]
  })
  return { texts, chosen }
}

async function ofMultipart(c: Request, type: string, uploads: boolean): Promise<Entries> {
  const { files: store } = c.var.kernel
  const entries: Entries = { texts: [], chosen: {}, files: [], problems: {} }
  const held: { at: number; key: string; name: string; file: SetAside }[] = []
  const said: ReceivedParts = { texts: entries.texts, files: [] }
  heard.set(c.req.raw, said)
  let left = together.kept * store.limit
  c.var.afterwards.push(async () => {
    for (const { file } of held) await file.close()
  })
  const keep = async (key: string, name: string, stream: Readable) => {
    const at = said.files.push({ key, name })
    const file = await setAside(store.incoming, stream, store.limit, store.shelf.place(c.var.actor.personId ?? ''))
    const fits = file && file.size <= left
    if (fits) held.push({ at, key, name, file })
    else entries.problems[key] = [file ? togetherTooLarge(store.limit) : fileTooLarge(store.limit)]
    if (fits) left -= file.size
    else await file?.close()
  }
  await readMultipart(type, received(c, uploads ? together.read * store.limit : most.bytes), {
    text: (name, value) => entries.texts.push([name, value]),
    file: uploads ? keep : undefined,
  })
  held.sort((a, b) => a.at - b.at) // a disk is done with them in any order
  if (held.length) c.var.afterwards.push(await store.room.enter(held.reduce((sum, { file }) => sum + file.size, 0)))
  await c.var.askAgain() // it may have taken its time to come, and waited for the room
  for (const { key, name, file } of held) if (file.size) entries.files.push({ key, file: { name, bytes: await file.bytes() } })
  return { ...entries, ...withChoices(entries.texts) }
}

const togetherTooLarge = (limit: number) => {
  const most = Math.floor((together.kept * limit) / 1024 / 1024)
  return refusals.filesTooLarge({ most })
}
