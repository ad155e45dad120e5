import { expect, test } from 'vitest'
import { readMailAddress } from './mail-addresses.ts'

test('the first address of a cell is read, without what programs put around it', () => {
  for (const said of [
    'budi.s@kpu.example',
    ' mailto:Budi.S@KPU.example. ',
    '<budi.s@kpu.example>',
    "'budi.s@kpu.example'",
    'budi.s@ kpu.example\u200b..',
    'budi.s@kpu.example; lain@kpu.example',
    'budi.s@kpu.example/lain',
    '\nbudi.s@kpu.example\nlain@kpu.example',
  ])
    expect([said, readMailAddress(said)]).toEqual([said, { email: 'budi.s@kpu.example', invalid: false }])
})

test('nothing is guessed', () => {
  expect(['', '-', 'tidak ada'].map(readMailAddress)).toEqual([...Array(3)].map(() => ({ email: null, invalid: false })))
  for (const said of [
    'budi',
    'budi@',
    'budi@kpu',
    'budi..s@kpu.example',
    'budi@kpu..example',
    'budi[at]kpu.example',
    'a@b@c.example',
    'é@kpu.example',
  ])
    expect([said, readMailAddress(said)]).toEqual([said, { email: null, invalid: true }])
})
