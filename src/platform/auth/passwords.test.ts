import { expect, test } from 'vitest'
import { checkPassword, hashPassword, verifyPassword } from './passwords.ts'

test('a password is kept as Argon2id, never the same twice, and known again from another keyboard', async () => {
  const [one, two] = await Promise.all([hashPassword('kata sandi caf\u00e9 \u2460'), hashPassword('kata sandi caf\u00e9 \u2460')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(two)
  expect(await verifyPassword(one, 'kata sandi cafe\u0301 1')).toBe(true)
  expect(await verifyPassword(one, 'Kata sandi caf\u00e9 1')).toBe(false)
  await expect(verifyPassword('not a hash', 'kata sandi')).rejects.toThrow('Decoding failed')
})

const owner = {
  email: 'budi.santoso@contoh.go.id',
  name: 'Budi Santoso',
  places: ['KPU Kab. Banyuwangi', 'Kejaksaan Negeri Banyuwangi'],
}

test.each([
  'aaaaaaaaaaaa',
  '123456789012',
  'qwertyuiopas',
  'password1234',
  'katasandi123',
  'sinergi-sinergi',
  'budi.santoso1',
  'BudiSantoso12',
  'budisantoso1987',
  'Santoso-Budi-8731',
  'santosobudi!!2046',
  'Bud1S@nt0s0!',
  '8ud1.54nt050',
  '2046budi.santoso.contoh',
  'kpubanyuwangi2046',
  'KPU-Kab-Banyuwangi#1',
  '5inerg1_5inergi',
  's1n3rg1-kpu-2046',
  'KejaksaanNegeri77',
  'Pemilu2029Indonesia',
])('%s is too easy', easy => {
  expect(() => checkPassword(easy, owner)).toThrow()
})
test.each(['kuda laut melompat', 'Rx7#kQ!vT2zm', 'sinergi itu indah', 'budi naik kereta ke hulu', 'banyak ombak kecil', '583920174628'])(
  '%s will do',
  good => {
    expect(() => checkPassword(good, owner)).not.toThrow()
  },
)
