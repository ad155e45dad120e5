import { expect, test } from 'vitest'
import { words } from '../../platform/i18n/words.ts'
import { renderPart } from '../page.tsx'
import { useWords } from '../viewer.ts'
import { Stat } from './stat.tsx'

const counted = words('test.stat', {
  id: { unit: '{count, plural, other {isian}}' },
  en: { unit: '{count, plural, one {form} other {forms}}' },
})
const Counted = ({ of }: { of: number }) => <Stat label="X" value={0} of={of} unit={useWords(counted).unit} />

test('a number is said of one form, and of two forms', () => {
  const said = (locale: 'id' | 'en', of: number) =>
    renderPart({ locale, zone: 'Asia/Jakarta', today: '2025-11-20' }, <Counted of={of} />).match(/<span>([^<]+)</)![1]
  expect([said('en', 1), said('en', 2), said('id', 1), said('id', 2)]).toEqual(['of 1 form', 'of 2 forms', 'dari 1 isian', 'dari 2 isian'])
})
