import type { z } from 'zod'
import type { Power } from '../authority/roles.ts'
import type { Localized } from '../i18n/words.ts'
import type { AnyOperation, Context } from '../operation/operation.ts'
import type { Condition } from '../values/conditions.ts'

/** Rows that one act takes at most: so many are done within one transaction, in seconds. */
export const mostRows = 500

/** What is asked once for all rows; `source` answers the choices of a `combo` as `GET source?q=`. */
export type BulkField = {
  name: string
  control: 'choice' | 'combo' | 'day' | 'line' | 'paragraphs'
  label: Localized
  hint?: Localized
  options?(): readonly { value: string; label: Localized }[]
  source?: string
  optional?: true
  /** Asked only then, and required; the hint says so to whoever sees it all the same. */
  showIf?: Condition
}
/** One thing that an act is about: locked, with the revision it has, and what it takes to put it back as it is. */
export type BulkTarget = { id: string; rev: number; before: object }

/**
 * What can be done to many things of a list at once, contributed by a module. Each is done by the module's own operation, with its own
 * question whether this person may, its own rules and its own line in the audit trail.
 */
export type BulkKind<P extends z.ZodType = z.ZodType, F extends z.ZodObject = z.ZodObject> = {
  /** The name of the operation that does one of them: it takes `id` and the params, and `rev` where it changes what people wrote. */
  operation: AnyOperation
  /** A verb for a button, and one for the head of a page: "Ubah tenggat". */
  names: Localized
  /** The kind of the subject in the registry of subjects, and what many of them are called. */
  subject: string
  things: Localized
  /** The address of the list on which they are chosen. */
  list: string
  /** One of them, as `checkRevision` names it. */
  itself: Localized
  power: Power
  params: P
  fields: readonly BulkField[]
  /** Makes ids of what people name in the params, before any row is tried. */
  resolve?(context: Context, params: z.output<P>): Promise<object>
  /**
   * What is done once before the rows, and answers with what the operation of each takes beside its id: one thing that all of them then
   * belong to. Its lines in the audit trail are those of `operation`. It goes again where no row was done.
   */
  begin?: { operation: AnyOperation; run(context: Context, params: object, ids: readonly string[]): Promise<object> }
  /** What the list can be asked, and the ids of what it shows then, at most so many. */
  filter: F
  find(context: Context, filter: z.output<F>, most: number): Promise<string[]>
  /** What all of these say alike, in their own words; null where they differ. */
  about?(context: Context, ids: readonly string[]): Promise<string | null>
  /** Those in reach, locked in the order of their ids, so that two acts at once follow one another. */
  lock(context: Context, ids: readonly string[]): Promise<BulkTarget[]>
  /**
   * Puts one back as it was; asks whether this person may. Its revision is the one that the act left. Without it what was done stays done,
   * as a letter that was sent.
   */
  restore?(context: Context, id: string, before: object): Promise<void>
}
export const bulkKind = <P extends z.ZodType, F extends z.ZodObject>(definition: BulkKind<P, F>): BulkKind<P, F> => definition
export type AnyBulkKind = BulkKind<any, any>
export type RestorableKind = AnyBulkKind & Required<Pick<AnyBulkKind, 'restore'>>
export const isRestorable = (kind: AnyBulkKind): kind is RestorableKind => kind.restore !== undefined
/** By the name of the operation. */
export type BulkKinds = ReadonlyMap<string, AnyBulkKind>
