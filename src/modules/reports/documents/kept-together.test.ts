import { expect, test } from 'vitest'
import { keptTogether } from './kept-together.ts'

const seen = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll('\u00a0', '~'))

test('no line ends within a day or an hour, in either language and however deep the text', () => {
  const said = { cells: [['13 Nov 2026', '5 perjanjian 2024']], at: 'Data per 3 Agustus 2026, 09.05 WITA' }
  expect(seen(keptTogether('id', said))).toEqual({
    cells: [['13~Nov~2026', '5 perjanjian 2024']],
    at: 'Data per 3~Agustus~2026, 09.05~WITA',
  })
  expect(seen(keptTogether('en', 'From 1 May 2026 to 30 Sep 2026, 17:00 WIB'))).toBe('From 1~May~2026 to 30~Sep~2026, 17:00~WIB')
})
