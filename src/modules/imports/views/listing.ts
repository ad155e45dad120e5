import { z } from 'zod'
import { defineList } from '../../../web/list/list.ts'
import { RowPlace } from '../schema/batches.ts'
import { outcomes } from '../schema/codes.ts'
import { words } from '../words.ts'

/** Rows of an import, of agreements or of persons: all of them, or those of one outcome. */
export const rowList = defineList({
  words,
  fields: { outcome: z.enum(outcomes), after: RowPlace },
  filters: [{ parameter: 'hasil', field: 'outcome', control: 'unseen', label: w => w.outcome }],
})
