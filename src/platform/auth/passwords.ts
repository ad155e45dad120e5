import { hash, verify } from '@node-rs/argon2'
import { sql } from 'kysely'
import { z } from 'zod'
import { officesOf } from '../authority/sides.ts'
import type { Context } from '../operation/operation.ts'
import { invalid } from '../refusals/refusal.ts'
import { refusals } from './refusal-words.ts'

/** Long, and otherwise free: NIST SP 800-63B asks for length and against rules of composition. */
export const Password = z.string().min(12).max(200)

/** Argon2id as OWASP's first choice (19 MiB, 2 passes). NFKC, so the same letters from another keyboard are the same password. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'))
/** Throws when what is kept is no hash: that is nobody's wrong password. */
export const verifyPassword = (kept: string, password: string): Promise<boolean> => verify(kept, password.normalize('NFKC'))

type Owner = { email: string; name: string; places: readonly string[] }

/**
 * Refuses, beside `field`, what everybody would try first: the words of the address, the name, the office or partner and the product,
 * also with figures for letters (`bud1`) and figures around them, one key, a row of keys.
 */
export function checkPassword(password: string, owner: Owner, field = 'password'): void {
  const text = password.normalize('NFKC').toLowerCase()
  const words = [...new Set([owner.email, owner.name, ...owner.places, ...everybody].flatMap(wordsOf))].sort((a, b) => b.length - a.length)
  if ([text, inLetters(text)].every(reading => isHard(plain(reading), words)) && !rows.includes(plain(text))) return
  throw invalid(field, refusals.passwordTooEasy)
}

const everybody = ['sinergi', 'password', 'kata sandi', 'rahasia', 'admin', 'kpu', 'pemilu', 'komisi pemilihan umum', 'indonesia']
const rows = '01234567890123456789 qwertyuiopasdfghjklzxcvbnm abcdefghijklmnopqrstuvwxyz'
const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 2)

/** The figures and signs that people write for letters, read as these. */
const figures: Record<string, string> = { 0: 'o', 1: 'i', '!': 'i', 3: 'e', 4: 'a', '@': 'a', 5: 's', $: 's', 6: 'g', 7: 't', 8: 'b' }
const inLetters = (text: string): string => text.replace(/[01!34@5$678]/g, sign => figures[sign]!)

/** Without the words that belong to this person, enough is left; figures beside them are the year or the day and count for nothing. */
function isHard(text: string, words: readonly string[]): boolean {
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), text)
  return rest === text ? new Set(text).size >= 4 : new Set(rest.replace(/\p{N}/gu, '')).size >= 5
}

/** The offices and partners that this person has to do with, by name: their words make no password. */
export async function placesOf({ db }: Pick<Context, 'db'>, personId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select o.name from ${officesOf(personId)} at join office_card o on o.id = at.office_id
    union select g.partner_name from role_grant_card g where g.person_id = ${personId} and g.partner_id is not null`.execute(db)
  return rows.map(({ name }) => name)
}
