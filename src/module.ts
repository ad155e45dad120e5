import type { Hono } from 'hono'
import type { Endpoint } from './platform/endpoint.ts'
import type { AnyJob } from './platform/jobs/jobs.ts'
import type { AnyOperation } from './platform/operation.ts'
import type { Power } from './platform/permissions/roles.ts'
import type { Said } from './platform/refusal.ts'
import type { Env } from './platform/request.ts'

/** What a module hands to the doors. */
export type Module = {
  name: string
  /** Everything that can be done; REST routes, commands, the generic tests and the documents follow from it. */
  operations: AnyOperation[]
  endpoints: Endpoint[]
  /** Pages with full paths, `/perjanjian/:id`. */
  pages?: Hono<Env>
  jobs?: AnyJob[]
  /** Lines of the left list, shown to those who hold the power somewhere. */
  navigation?: { href: string; label: Said; power: Power }[]
}
