import type { Store } from '../../../platform/database/database.ts'
import { addLanguage, dropLanguage } from '../../../platform/i18n/languages.ts'
import type { Log } from '../../../platform/process/log.ts'
import { addedLanguages, languageRevisions } from './languages.ts'

/** Another process may have imported; how long until this one knows. */
const pause = 5000

export type Languages = { refresh(): Promise<void>; stop(): void }

/** The languages of the database are those that this process speaks, from its start on and within seconds after each change. */
export async function watchLanguages(store: Pick<Store, 'db'>, log: Log): Promise<Languages> {
  let known = new Map<string, number>()
  async function refresh(): Promise<void> {
    const now = new Map((await languageRevisions(store.db)).map(({ tag, rev }) => [tag, rev]))
    if (now.size === known.size && [...now].every(([tag, rev]) => known.get(tag) === rev)) return
    const stored = await addedLanguages(store.db)
    for (const tag of known.keys()) if (!now.has(tag)) dropLanguage(tag)
    for (const { tag, name, messages } of stored)
      if (now.get(tag) !== known.get(tag)) addLanguage(tag, name, new Map(Object.entries(messages).map(([key, { text }]) => [key, text])))
    known = now
  }
  await refresh()
  let asking: NodeJS.Timeout
  const ask = () => {
    asking = setTimeout(async () => {
      await refresh().catch(error => log.warn('languages.unread', { error: String(error) }))
      if (!stopped) ask()
    }, pause).unref()
  }
  let stopped = false
  ask()
  return {
    refresh,
    stop() {
      stopped = true
      clearTimeout(asking)
      for (const tag of known.keys()) dropLanguage(tag)
    },
  }
}
