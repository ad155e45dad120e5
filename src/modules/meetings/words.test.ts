import { expect, test } from 'vitest'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { words } from './words/words.ts'

test('who is to do what in a session is called a role wherever it is named, and the trail says it so too', () => {
  expect([words.en.role, fields.names('en').role]).toEqual(['Role', 'Role'])
  expect([deeds['parts.create']!.en, deeds['parts.remove']!.en]).toEqual([
    'assigned a person to a role in the meeting',
    'removed a person from a role in the meeting',
  ])
})
