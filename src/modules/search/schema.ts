import { z } from 'zod'
import { id, keptRev, line, seenRev, wholeFrom, written } from '../../platform/values/shapes.ts'
import { refusals } from './words/refusals.ts'

/** Characters that are looked for; a longer text is refused, since nobody means all of it. */
export const longest = 200
/** How many of a kind are shown beside the others, and on a page of that kind alone. */
export const sizes = { beside: 5, alone: 50 }

export const SearchQuery = z.object({
  q: z.string().max(longest).default('').describe('Words, their beginnings, a place or a number'),
  kind: z.string().max(50).optional().describe('Only of this kind, as an answer names it'),
  page: wholeFrom(1, 20).default(1).describe('Of one kind, fifty at a time'),
})
export type SearchQuery = z.output<typeof SearchQuery>

/** Where the words stand in a text: from and to, in UTF-16 units. */
const Marks = z.array(z.tuple([z.int(), z.int()]))
export type Marks = z.output<typeof Marks>

export const FoundThing = z.object({
  kind: z.string(),
  kindName: z.string(),
  id: z.uuid(),
  title: z.string(),
  number: z.string().nullable(),
  about: z.array(z.string()).describe('What tells it apart: partner, office, status'),
  text: z.string().nullable().describe('The piece of what else it says that has the words'),
  path: z.string(),
  marks: z.object({ title: Marks, number: Marks, text: Marks }),
})
export type FoundThing = z.output<typeof FoundThing>

export const FoundGroup = z.object({
  kind: z.string(),
  name: z.string(),
  total: z.int(),
  more: z.boolean().describe('There are more than `total`'),
  found: z.array(FoundThing),
})
export type FoundGroup = z.output<typeof FoundGroup>

export const SearchAnswer = z.object({
  outcome: z
    .enum(['found', 'similar', 'nothing', 'short', 'unclear', 'empty'])
    .describe('`similar`: nothing has the words, this comes nearest; `short`: no word of three letters; `unclear`: only signs or "dan"'),
  exact: z.array(FoundThing).describe('What has this very number or code'),
  groups: z.array(FoundGroup).describe('In reach, the kind with the best first'),
})
export type SearchAnswer = z.output<typeof SearchAnswer>

/** An address of this site: a search, or a list as it is filtered. */
const Address = written(/^\/(?![/\\])[^\s\\#]{0,999}$/, refusals.addressOfThisSite)
const Name = line(100)

export const SavedSearch = z.object({ id, name: z.string(), address: z.string(), rev: keptRev })
export type SavedSearch = z.output<typeof SavedSearch>
export const NewSavedSearch = z.object({ name: Name, address: Address })
export const RenamedSearch = z.object({ id, name: Name, rev: seenRev })
