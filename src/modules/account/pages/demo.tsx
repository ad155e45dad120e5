import { Hono } from 'hono'
import { sql } from 'kysely'
import { z } from 'zod'
import { ensureAccount } from '../../../platform/auth/accounts.ts'
import { startSession } from '../../../platform/auth/session.ts'
import { type Env, type Request, readForm, redirect } from '../../../platform/doors/request.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { id } from '../../../platform/values/shapes.ts'
import { show } from '../../../web/show.tsx'
import { ErrorPage } from '../../../web/ui/error-page.tsx'
import { words } from '../../../web/words.ts'
import { Demo, type Example } from '../views/demo.tsx'
import { signInWords } from '../words/sign-in.ts'
import { inShape, noteEntry } from './browser.ts'

/** `/demo`, in the demo world only: come in as anybody. */
export const demoPages = new Hono<Env>()

demoPages.use('/demo', async (c, next) => {
  if (c.var.kernel.config.demo) return next()
  return show(c, { title: words[c.var.viewer.locale].errors.notFound.title, status: 404 }, <ErrorPage kind="notFound" />)
})

demoPages.get('/demo', async c => show(c, { title: signInWords[c.var.viewer.locale].demo.title }, <Demo people={await examples(c)} />))

demoPages.post('/demo', async c => {
  const { db } = c.var.kernel.store
  const chosen = inShape(z.object({ person: id }), await readForm(c))
  const person = await db
    .selectFrom('person_card')
    .select(['id', 'name', 'email'])
    .where('id', '=', chosen.person)
    .where('email', 'is not', null)
    .$narrowType<{ email: string }>()
    .where('left_at', 'is', null)
    .executeTakeFirst()
  if (!person) throw notFound()
  const userId = await ensureAccount({ db }, person)
  await startSession(c, userId)
  await noteEntry(c, userId, 'demo')
  return redirect(c, '/')
})

/** Whom to begin with: between them they go through all of the demo world, and the README tells of them. */
export const beginWith: readonly string[] = [
  'Bagus Prakoso',
  'Deni Kurniawan',
  'Dr. Laksmi Paramita',
  'Endang Purwaningsih',
  'Euis Komariah',
  'Ratna Dewi Lestari',
]

/** For each role those who hold it, the widest reach first. */
async function examples(c: Request): Promise<Example[]> {
  const { kernel, viewer } = c.var
  const { rows } = await sql<{ id: string; name: string; role: Example['role']; place: string | null; depth: number | null }>`
    select id, name, role, place, depth from (
      select p.id, p.name, g.role, coalesce(o.name, g.partner_name) as place, nlevel(o.path) as depth,
        row_number() over (partition by g.role order by nlevel(o.path), o.code, p.name, p.id) as at
      from role_grant_card g join person_card p on p.id = g.person_id left join office_card o on o.id = g.office_id
      where p.left_at is null and g.revoked_at is null and g.from_on <= ${viewer.today}::date and coalesce(g.to_on, 'infinity') >= ${viewer.today}::date
    ) held where at <= 40 order by role, at`.execute(kernel.store.db)
  return rows.map(({ id, name, role, place, depth }) => ({
    id,
    begin: beginWith.indexOf(name) < 0 ? null : beginWith.indexOf(name),
    name,
    role,
    place: depth === 1 || !place ? signInWords[viewer.locale].demo.national : place,
  }))
}
