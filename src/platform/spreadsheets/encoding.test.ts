import { expect, test } from 'vitest'
import { decodeText } from './encoding.ts'

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part)))))

test('a byte of another encoding stands for its letter and garbles nothing else', () => {
  expect(decodeText(bytes('École – “Kerja sama” Universit', [0xe9], ' Ñandú 😀'))).toBe('École – “Kerja sama” Université Ñandú 😀')
  expect(decodeText(bytes('\ufeffÉcole ', [0x93], 'NK', [0x94]))).toBe('École “NK”')
  expect(decodeText(bytes('Ñ', [0x81], 'x'))).toBe('Ñ\ufffdx')
})

test('what breaks off in the middle of a letter loses only that letter', () => {
  expect(decodeText(bytes('École ', [0xe2, 0x80]))).toBe('École â€')
  for (const wrong of [
    [0xc0, 0xaf],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xe0, 0x80, 0xaf],
  ])
    expect(decodeText(bytes('Ñ awal ', wrong, ' akhir É')).replace(/[^\w ÑÉ]/g, '')).toMatch(/^Ñ awal .* akhir É$/)
})

test('a file that is Windows-1252 throughout is read as such', () => {
  expect(decodeText(new Uint8Array(Buffer.from('Caf\xe9;\x93NK\x94;\xd1and\xfa', 'latin1')))).toBe('Café;“NK”;Ñandú')
})

test('UTF-16 is known by its mark, and without one by its zero bytes', () => {
  const text = 'Nomor KPU;Nama Mitra\r\n1/NK;École “A” 😀\r\n'
  const little = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()
  expect(decodeText(new Uint8Array(little))).toBe(text)
  expect(decodeText(new Uint8Array(big))).toBe(text)
  expect(decodeText(new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), little])))).toBe(text)
  expect(decodeText(new Uint8Array(Buffer.concat([Buffer.from([0xfe, 0xff]), big])))).toBe(text)
})

test('millions of bytes that are no UTF-8 are read all the same', () => {
  const strays = new Uint8Array(5_000_000).fill(0xe9)
  expect(decodeText(strays).length).toBe(5_000_000)
  const mixed = new Uint8Array(400_000)
  for (let at = 0; at < mixed.length; at += 4) mixed.set([0xc3, 0x89, 0xe9, 0x41], at)
  expect(decodeText(mixed).slice(-3)).toBe('ÉéA')
})
