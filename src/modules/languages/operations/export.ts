import { z } from 'zod'
import { authorize, nationally } from '../../../platform/authority/reach.ts'
import { messages } from '../../../platform/i18n/languages.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { fileOf } from '../../../platform/values/file-answer.ts'
import { Download } from '../../../platform/values/shapes.ts'
import { addedLanguages, type StoredLanguage } from '../queries/languages.ts'
import { type LanguageFile, Tag } from '../schema.ts'

export const exportWords = operation({
  name: 'words.export',
  summary: 'Every message in Indonesian and English, with what it says in one language, for a translator to fill in',
  power: 'setting.write',
  reads: true,
  input: z.object({ language: Tag }),
  output: Download,
  example: { language: 'jv' },
  async run(context, { language }) {
    authorize(context, 'setting.write', nationally)
    const stored = (await addedLanguages(context.db)).find(({ tag }) => tag === language)
    const file = languageFile(language, stored)
    return fileOf(`kata-${language}.json`, 'application/json', Buffer.from(`${JSON.stringify(file, null, 2)}\n`))
  },
})

/** What is new or has changed since it was translated says so. */
function languageFile(tag: string, stored: Pick<StoredLanguage, 'name' | 'messages'> | undefined): LanguageFile {
  const entries = [...messages()].map(([key, { id, en }]) => {
    const kept = stored && Object.hasOwn(stored.messages, key) ? stored.messages[key]! : undefined
    const state = kept ? (kept.id === id ? undefined : ('stale' as const)) : ('new' as const)
    return [key, { id, en, text: kept?.text ?? '', ...(state && { state }) }] as const
  })
  return { language: tag, name: stored?.name ?? nameOf(tag), messages: Object.fromEntries(entries) }
}

const nameOf = (tag: string): string => new Intl.DisplayNames([tag, 'id'], { type: 'language' }).of(tag) ?? tag
