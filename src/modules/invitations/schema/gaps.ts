import { z } from 'zod'

/** A position that a rule names, at how many offices nobody holds it on the day, or two do, and which these are (twenty at most). */
export const Gap = z.object({
  position: z.string(),
  vacant: z.int(),
  vacantAt: z.array(z.string()),
  doubled: z.int(),
  doubledAt: z.array(z.string()),
})
/**
 * `twice` are those whom several rules name: each is invited once. `busy` are those of them not written to yet who must be elsewhere while
 * the meeting goes on (twenty by name at most).
 */
export const Gaps = z.object({ positions: z.array(Gap), twice: z.int(), busy: z.int(), busyNames: z.array(z.string()) })
export type Gaps = z.infer<typeof Gaps>
