import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { invalid } from '../refusal.ts'

/** Long, and otherwise free: NIST SP 800-63B asks for length and against rules of composition. */
export const Password = z.string().min(12).max(200)

/** Argon2id as OWASP's first choice (19 MiB, 2 passes). NFKC, so the same letters from another keyboard are the same password. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'))
export const verifyPassword = (kept: string, password: string): Promise<boolean> =>
  verify(kept, password.normalize('NFKC')).catch(() => false)

/** Refuses, beside `field`, what everybody would try first: the address, the name, the product, one key, a row of keys. */
export function checkPassword(password: string, { email, name }: { email: string; name: string }, field = 'password'): void {
  const plain = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const own = [email.split('@')[0]!, name, 'sinergi', 'password', 'katasandi'].map(word =>
    word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
  )
  const rest = own.filter(word => word.length > 3).reduce((text, word) => text.replaceAll(word, ''), plain)
  const rows = '01234567890123456789 qwertyuiopasdfghjklzxcvbnm abcdefghijklmnopqrstuvwxyz'
  if (new Set(rest).size >= 4 && !rows.includes(rest)) return
  throw invalid(field, {
    id: 'Kata sandi ini mudah ditebak. Gunakan beberapa kata yang tidak berkaitan.',
    en: 'This password is easy to guess. Use a few unrelated words.',
  })
}
