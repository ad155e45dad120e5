import type { Store } from '../../../platform/database/database.ts'
import { addLanguage, dropLanguage } from '../../../platform/i18n/languages.ts'
import type { Log } from '../../../platform/process/log.ts'
import { addedLanguages, languageRevisions } from './languages.ts'

/**
 * The languages of the database are those that this process speaks: from its start on, and after each change as soon as it is heard,
 * whoever made it. What was said while the database was gone is looked at when it is back.
 */
export async function watchLanguages(store: Pick<Store, 'db' | 'listen'>, log: Log): Promise<{ stop(): Promise<void> }> {
  let known = new Map<string, number>()
  async function look(): Promise<void> {
    const now = new Map((await languageRevisions(store.db)).map(({ tag, rev }) => [tag, rev]))
    if (now.size === known.size && [...now].every(([tag, rev]) => known.get(tag) === rev)) return
    const stored = await addedLanguages(store.db)
    if (isStopped) return
    for (const tag of known.keys()) if (!now.has(tag)) dropLanguage(tag)
    for (const { tag, name, messages } of stored)
      if (now.get(tag) !== known.get(tag)) addLanguage(tag, name, new Map(Object.entries(messages).map(([key, { text }]) => [key, text])))
    known = now
  }
  let isStopped = false
  /** One look after the other, so that the last one saw the latest. */
  let looks = look()
  const lookAgain = () => {
    if (!isStopped) looks = looks.then(look).catch(error => log.warn('languages.unread', { error: String(error) }))
  }
  await looks
  const listening = store.listen('languages', { heard: lookAgain, begun: lookAgain })
  return {
    async stop() {
      isStopped = true
      await listening.stop()
      await looks
      for (const tag of known.keys()) dropLanguage(tag)
    },
  }
}
