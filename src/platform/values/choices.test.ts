import { expect, test } from 'vitest'
import { choiceMeant, chosenFrom, chosenText } from './choices.ts'

const [jabar, jateng, near] = [
  { value: '32', label: 'KPU Provinsi Jawa Barat (32)' },
  { value: '33', label: 'KPU Provinsi Jawa Tengah (33)' },
  { value: '35', label: 'KPU Provinsi Jawa Timur (35)', near: true },
]

test('a text means the one that is called so, else the only one that fits, and never what only comes near', () => {
  expect(choiceMeant([jabar, jateng], ' kpu provinsi  jawa barat (32)')).toBe(jabar)
  expect(choiceMeant([jabar, jateng], '33')).toBe(jateng)
  expect(choiceMeant([jabar], 'jawa b')).toBe(jabar)
  expect([choiceMeant([jabar, jateng], 'jawa'), choiceMeant([near], 'jawa tmur'), choiceMeant([], 'x')]).toEqual([null, null, null])
})

test('what was chosen is read back, and nothing from what is no choice', () => {
  expect(chosenFrom(chosenText(jabar))).toEqual(jabar)
  expect(['', '[]', '["32"]', '{', 'null', '[1,2]', undefined].map(chosenFrom)).toEqual(Array(7).fill(null))
})
