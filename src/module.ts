import type { Hono } from 'hono'
import type { AgendaKind } from './platform/agenda/entry.ts'
import type { Actor } from './platform/authority/actor.ts'
import type { Power } from './platform/authority/roles.ts'
import type { AnyBulkKind } from './platform/bulk/kind.ts'
import type { Endpoint } from './platform/doors/endpoint.ts'
import type { Env, PageSection } from './platform/doors/request.ts'
import type { StatusKind } from './platform/guidance/status.ts'
import type { Task } from './platform/guidance/task.ts'
import type { Localized } from './platform/i18n/words.ts'
import type { AnyJob } from './platform/jobs/jobs.ts'
import type { LiveTopic } from './platform/live/topic.ts'
import type { AnyNoticeKind } from './platform/notices/kind.ts'
import type { AnyOperation, Context } from './platform/operation/operation.ts'
import type { RunKind } from './platform/runs/run.ts'
import type { FieldWords } from './platform/subject/fields.ts'
import type { Deeds, SubjectKind } from './platform/subject/subject.ts'
import type { AnyTimer } from './platform/timers/timer.ts'
import type { Thread } from './web/frame.ts'

/** What a module hands to the doors. */
export type Module = {
  name: string
  /** Everything that can be done; REST routes, commands, the generic tests and the documents follow from it. */
  operations: AnyOperation[]
  endpoints: Endpoint[]
  /** Pages with full paths, `/perjanjian/:id`. */
  pages?: Hono<Env>
  /** Its pages mean something to a stranger too (the way in); all others lead there first. */
  open?: true
  /** What it adds to the pages of other modules' things. */
  sections?: PageSection[]
  jobs?: AnyJob[]
  /** Long work with progress that people ask for. */
  runs?: RunKind[]
  /** What pages can follow while it changes. */
  live?: LiveTopic[]
  /** What happens at moments that its operations set. */
  timers?: AnyTimer[]
  /** What its operations tell people about. */
  notices?: AnyNoticeKind[]
  /** What can be done to many of its things at once. */
  bulk?: AnyBulkKind[]
  /** Lines of the left list, under their thread in this order, shown to those who hold the power somewhere. */
  navigation?: NavigationLine[]
  /** How the audit trail names what its operations record, by the kind of subject. */
  subjects?: SubjectKind[]
  /** What its operations that change something are called in the audit trail. */
  deeds?: Deeds
  /** What its audit lines call fields, and the codes in them. */
  fields?: FieldWords
  /** What waits for the one who asks, for the home page; a group without needs is left out. */
  needs?: (context: Context) => Promise<NeedGroup[]>
  /** What people do with its things, for the guides of those who do it. */
  tasks?: Task[]
  /** What it has on the calendar, and in what people subscribe to of it. */
  agenda?: AgendaKind[]
  /** What the statuses of its things mean. */
  statusKinds?: StatusKind[]
  /** Large numbers of the home page, of what is in the reach of the one who asks; a few, the most telling first. */
  figures?: (context: Context) => Promise<Figure[]>
}

/** A line of the left list. */
export type NavigationLine = {
  href: string
  label: Localized
  power: Power
  thread: Thread
  /** The thread where it stands for whoever has nothing else in its own. */
  alone?: Thread
  order: number
  /** Where the line leads instead for somebody to whom one of these things is their own, and what it is called then. */
  own?: (actor: Actor) => { href: string; label: Localized } | null
}

/**
 * One thing that waits: `title` says what it is about, `who` with whom (a partner, an office, a person), `due` is a day (`yyyy-mm-dd`)
 * and `overdue` whether it has passed.
 */
export type Need = { title: string; who?: string; href: string; note?: string; due?: string | null; overdue?: boolean }
/**
 * Things of one kind, the most urgent first, at most ten; `total` says how many there are and `overdue` how many of those are overdue (left
 * out: those among `needs`), `more` leads to the list of all, and `action` is what is done with one of them, as a button says it.
 */
export type NeedGroup = { key: string; title: Localized; action: Localized; total: number; overdue?: number; more?: string; needs: Need[] }
/** A number with what it is a part of, and what both count; `change` is the difference to before, `good` the welcome direction. */
export type Figure = {
  key: string
  label: Localized
  value: number
  of?: number
  unit?: Localized
  href?: string
  change?: { by: number; since: Localized; good?: 'up' | 'down' }
}
