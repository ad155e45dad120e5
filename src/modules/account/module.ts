import { Hono } from 'hono'
import type { Env } from '../../platform/doors/request.ts'
import { accountEndpoints, accountOperations } from './api.ts'
import { accountJobs } from './jobs.ts'
import { accountPages } from './pages/account.tsx'
import { demoPages } from './pages/demo.tsx'
import { linkPages } from './pages/links.tsx'
import { organisationPages } from './pages/organisation.ts'
import { securityPages } from './pages/security.tsx'
import { setupPages } from './pages/setup.tsx'
import { signInPages } from './pages/sign-in.tsx'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'

const pages = new Hono<Env>()
for (const some of [signInPages, organisationPages, linkPages, setupPages, demoPages, accountPages, securityPages]) pages.route('/', some)

/** Signing in and one's own account, in the form of a module; it belongs to the platform, since every door needs it. */
export const account = {
  name: 'account',
  tasks,
  deeds,
  fields,
  subjects: [{ kind: 'token', names: titles.token }],
  open: true as const,
  operations: accountOperations,
  endpoints: accountEndpoints,
  pages,
  jobs: accountJobs,
}
