import { z } from 'zod'

const text = z.string()

/** `width` is a share of the paper; `sign` columns are for people to sign in, in rows high enough for that. */
export const PaperColumn = z.object({ header: text, kind: z.enum(['text', 'number', 'day', 'sign']), width: z.number() })
export const PaperTable = z.object({
  kind: z.literal('table'),
  title: text,
  columns: z.array(PaperColumn),
  rows: z.array(z.array(text)),
  empty: text.describe('What stands there instead where it has no row'),
})
/** What a paper is made of, from top to bottom. All of it is plain text: no sign in it means anything. */
export const PaperBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('facts'), rows: z.array(z.tuple([text, text])) }),
  z.object({ kind: z.literal('heading'), text }),
  z.object({ kind: z.literal('text'), paragraphs: z.array(text) }),
  z.object({ kind: z.literal('list'), items: z.array(text) }),
  z.object({ kind: z.literal('speech'), speaker: text, text, conclusion: text, conclusionLabel: text }),
  PaperTable,
  z.object({ kind: z.literal('reference'), place: text, rows: z.array(z.tuple([text, text])) }).describe('The head of a letter'),
  z.object({ kind: z.literal('address'), lines: z.array(text) }),
  z.object({ kind: z.literal('annex'), lines: z.array(text), title: text }).describe('Begins on a page of its own'),
  z.object({ kind: z.literal('signatures'), signers: z.array(z.object({ place: text, position: text, name: text })) }),
])

/**
 * An official paper as data: the page, the PDF and the Word document are made of this alone, so they say the same. `made` is the instant
 * that the documents are dated.
 */
export const Paper = z.object({
  layout: z.enum(['paper', 'letter']).describe('A letter has no heading: it begins with its reference'),
  lang: text,
  letterhead: z.array(text),
  heading: text,
  title: text,
  number: text,
  blocks: z.array(PaperBlock),
  foot: text,
  pageWords: z.tuple([text, text]),
  made: z.iso.datetime(),
})

export type PaperTable = z.infer<typeof PaperTable>
export type PaperBlock = z.infer<typeof PaperBlock>
export type Paper = z.infer<typeof Paper>
