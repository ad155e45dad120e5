import { z } from 'zod'
import type { FieldErrors, Said } from './refusal.ts'

const inIndonesian = z.locales.id().localeError
const inEnglish = z.locales.en().localeError

/** Zod's issues as messages in both languages, by the path of the field. `raw` tells a missing value from a wrong one. */
export function problemsIn(error: z.ZodError, raw: unknown): FieldErrors {
  const fields: FieldErrors = {}
  for (const issue of error.issues) {
    const path = issue.path.join('.')
    fields[path] = [...(fields[path] ?? []), said(issue, valueAt(raw, issue.path))]
  }
  return fields
}

function said(issue: z.core.$ZodIssue, value: unknown): Said {
  if (issue.code === 'custom') return custom(issue)
  if (value === undefined || value === null || value === '') return { id: 'Wajib diisi.', en: 'Required.' }
  if (issue.code === 'too_small' && issue.origin === 'string')
    return { id: `Tulis sedikitnya ${issue.minimum} karakter.`, en: `Write at least ${issue.minimum} characters.` }
  if (issue.code === 'too_big' && issue.origin === 'string')
    return { id: `Paling banyak ${issue.maximum} karakter.`, en: `At most ${issue.maximum} characters.` }
  if (issue.code === 'invalid_format' && issue.format === 'date')
    return { id: 'Tulis tanggal yang benar, misalnya 2025-07-20.', en: 'Give a real date, such as 2025-07-20.' }
  if (issue.code === 'invalid_format' && issue.format === 'email')
    return { id: 'Tulis alamat surel yang benar.', en: 'Give a real e-mail address.' }
  if (issue.code === 'invalid_value') return { id: 'Pilih salah satu pilihan yang tersedia.', en: 'Choose one of the options.' }
  const withInput = { ...issue, input: value } as never
  return { id: text(inIndonesian(withInput)), en: text(inEnglish(withInput)) }
}

const text = (message: string | { message: string } | undefined | null): string =>
  typeof message === 'string' ? message : (message?.message ?? 'Tidak sah.')

function custom(issue: z.core.$ZodIssue & { code: 'custom' }): Said {
  const params = issue.params as { said?: Said } | undefined
  return params?.said ?? { id: issue.message, en: issue.message }
}

function valueAt(raw: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    raw,
  )
}
