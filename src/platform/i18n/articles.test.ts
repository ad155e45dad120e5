import { expect, test } from 'vitest'
import { articleIn } from './articles.ts'

test('an article is called so in English, and stays as it was written in Indonesian', () => {
  const said = (article: string | null) => [articleIn('id', article), articleIn('en', article)]
  expect(said('Pasal 4 ayat (2)')).toEqual(['Pasal 4 ayat (2)', 'Article 4 (2)'])
  expect([said('4'), said(null)]).toEqual([
    ['4', '4'],
    [null, null],
  ])
})
