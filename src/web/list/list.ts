import type { z } from 'zod'
import { Cursor } from '../../platform/database/keyset.ts'
import type { Words } from '../../platform/i18n/words.ts'
import type { Choice } from '../../platform/values/choices.ts'
import type { Option } from '../ui/choice-field.tsx'
import type { Sort } from '../ui/table.tsx'
import type { Viewer } from '../viewer.ts'

/**
 * One filter of a list: its name in the address, the field of the operation that it asks for, the control it is chosen with, and what it is
 * called. `search` is the box in front, `choices` takes several, `thing` one thing that a link named (shown only while in use), `unseen` is
 * only carried along.
 */
export type Filter<W> = {
  parameter: string
  /** Without one the page itself makes something of it. */
  field?: string
  control: 'search' | 'choice' | 'choices' | 'combo' | 'tick' | 'text' | 'number' | 'day' | 'thing' | 'unseen'
  label: (w: W, viewer: Viewer) => string
  hint?: (w: W) => string
  options?: (w: W, viewer: Viewer) => readonly Option[]
  /** Where a `combo` finds its choices. */
  source?: string
  /** What is said while it is in use; else the option, the tick, or "label: what is chosen". `null`: nothing. */
  chip?: ((w: W, called: string) => string) | null
  /** Parameters that mean nothing without this one: they go with it. */
  with?: readonly string[]
  /** Where a value asks for something else than the field of its own: the value as it then stands in the address, and what it asks. */
  read?: (value: string) => { value: string; asks: object } | undefined
  /** What the list opens with, of a `choice`: where the address asks for nothing. To have all is then a choice of its own, `everything`. */
  usual?: string
}

/** The value of a filter with a `usual` one that asks for all. */
export const everything = 'semua'

/** What the address of a list may ask, and how that is asked of the operation. */
export type Question<W = never> = {
  filters: readonly Filter<W>[]
  /** The fields of the operation; each value of the address is read by its own. */
  fields: Readonly<Record<string, z.ZodType>>
  /** Names of orders in the address, and what the operation calls them. */
  sorts?: Readonly<Record<string, string>>
  /** The order when none is asked for, as the operation calls it, by what is asked. */
  usual?: (asks: Readonly<Record<string, unknown>>) => string
}

/** A list, defined once: how it is asked, shown, filtered, taken away, sorted and turned over. */
export type List<W> = Question<W> & {
  words: Words<W>
  /** What the orders are called, as the heads of the columns do: for a phone, where cards have no heads. */
  sortLabels?: (w: W) => Readonly<Record<string, string>>
}

/** What an address asks of a list: `values` as they stand in it, `asks` as the operation takes them. */
export type ListQuery = {
  /** The address with what it asks and nothing that was not understood. */
  url: string
  values: Readonly<Record<string, string>>
  asks: Readonly<Record<string, unknown>>
  /** `most` where the list lets one choose how many rows a page has. */
  turn: { after?: string; before?: string; most?: number }
  /** As the head of a column shows it. */
  sort: Sort | undefined
  /** What asks for nothing, since it is none of the choices. */
  unknown: readonly { parameter: string; value: string }[]
  /** What was typed into a `combo` and not chosen: what it may mean, and whether that fits it or only comes near. The list is then empty. */
  unmet?: readonly Unmet[]
  /** Something was to be done to rows of it and none was ticked. */
  unticked: boolean
}

export type Unmet = { parameter: string; value: string; choices: readonly Choice[] }

export const defineList = <W>(list: List<W>): List<W> => list

/** A list that is only turned over. */
export const plainList: Question = { filters: [], fields: { after: Cursor, before: Cursor } }

/** What a list of words offers to choose from. */
export const optionsOf = (named: Readonly<Record<string, string>>): Option[] =>
  Object.entries(named).map(([value, label]) => ({ value, label }))
