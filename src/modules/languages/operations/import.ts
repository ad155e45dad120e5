import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, nationally } from '../../../platform/authority/reach.ts'
import { messages } from '../../../platform/i18n/languages.ts'
import { newId, operation } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { Upload } from '../../../platform/values/shapes.ts'
import { addedLanguage } from '../queries/languages.ts'
import { problemOf } from '../rules/checking.ts'
import { coverageOf } from '../rules/coverage.ts'
import { Imported, type Kept, LanguageFile } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

const most = 5_000_000

export const importWords = operation({
  name: 'words.import',
  summary: 'Take the translations of a file of one language; what is sound is said from now on, everything else is told line by line',
  power: 'setting.write',
  input: z.object({ file: Upload }),
  output: Imported,
  example: {
    file: {
      name: 'kata-jv.json',
      bytes: new TextEncoder().encode(
        JSON.stringify({ language: 'jv', name: 'Basa Jawa', messages: { 'home.title': { text: 'Sing kudu digatekake' } } }),
      ),
    },
  },
  after: kernel => kernel.languages.refresh(),
  async run(context, { file }) {
    authorize(context, 'setting.write', nationally)
    const { db, clock } = context
    const { language: tag, name, messages: given } = fileIn(file.bytes)
    const all = messages()
    await db
      .insertInto('language')
      .values({ id: newId(), tag, name, messages: '{}', changed_at: clock.now() })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    const before = (await addedLanguage(db, tag))!
    const kept: Kept = { ...before.messages }
    const problems: Imported['problems'] = []
    let taken = 0
    for (const [key, { text, id }] of Object.entries(given)) {
      if (text === '') continue
      const had = Object.hasOwn(kept, key)
      if (text === null) {
        if (had) taken++
        delete kept[key]
        continue
      }
      const problem = problemOf(text, all.get(key))
      if (problem) problems.push({ key: key.slice(0, 200), ...problem })
      else {
        if (!had || kept[key]!.text !== text) taken++
        kept[key] = { text, id: id === undefined ? all.get(key)!.id : madeFrom(id) }
      }
    }
    const changed = { name, messages: JSON.stringify(kept), changed_at: clock.now() }
    await db
      .updateTable('language')
      .set(eb => ({ ...changed, rev: eb('rev', '+', 1) }))
      .where('id', '=', before.id)
      .execute()
    record(
      context,
      { kind: 'language', id: before.id, reach: [] },
      { messages: Object.keys(before.messages).length },
      { name, taken, messages: Object.keys(kept).length },
    )
    return { ...coverageOf({ tag, name, messages: kept }, all), taken, problems }
  },
})

/** The Indonesian that a translation was made from, as the file says it: only compared with what is said now. */
const madeFrom = (id: string): string => id.slice(0, 10_000).replaceAll('\0', '').toWellFormed()

function fileIn(bytes: Uint8Array): LanguageFile {
  if (bytes.byteLength > most) throw invalid('file', refusals.tooLarge)
  const read = LanguageFile.safeParse(jsonIn(bytes))
  if (!read.success)
    throw invalid('file', read.error.issues.every(({ path }) => path[0] === 'name') ? refusals.writeName : refusals.fileOfNoWords)
  // A variant of ours would be said to those whose browser asks for it, and what it lacks in Indonesian.
  if (/^(id|en)(-|$)/.test(read.data.language)) throw invalid('file', refusals.ownLanguage)
  return read.data
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
