import type { Request } from '../platform/doors/request.ts'
import { readForRepeating } from '../platform/intake/entries.ts'
import type { Refusal } from '../platform/refusals/refusal.ts'
import { secondsUntilBack } from '../platform/refusals/unavailable.ts'
import { show, visitorLines } from './show.tsx'
import { ErrorPage } from './ui/error-page.tsx'
import { SendAgain, type Sent } from './ui/send-again.tsx'
import { words } from './words.ts'

/**
 * 503 with `Retry-After`, and nothing lost: the page of a form holds all that was typed and sends it again. Made without the database,
 * so without knowing who asks.
 * @param isOurs the form came from a page of this site: what another site made up must not be sent on by a person's own click
 */
export async function showUnavailable(c: Request, error: Refusal, isOurs: boolean): Promise<Response> {
  const { locale } = c.var.viewer
  const { pathname, search } = new URL(c.req.url)
  const asks = c.req.method === 'GET' || c.req.method === 'HEAD'
  const sent = asks || !isOurs ? null : await whatWasSent(c)
  c.header('retry-after', String(secondsUntilBack(error)))
  return show(
    c,
    { title: words[locale].errors.unavailable.title, status: 503 },
    <ErrorPage kind="unavailable" text={error.localized[locale]} again={asks ? pathname + search : undefined} visitor={visitorLines(c)}>
      {asks ? null : <SendAgain action={pathname + search} sent={sent} />}
    </ErrorPage>,
  )
}

/** The fields of the form in their order; null when it cannot be read any more, or holds a password, which no page repeats. */
async function whatWasSent(c: Request): Promise<Sent[] | null> {
  const form = await readForRepeating(c).catch(() => null)
  if (!form || form.texts.some(([name]) => secrets.has(name))) return null
  return [...form.texts.map(([name, value]) => ({ name, value })), ...form.files.map(({ key, name }) => ({ name: key, file: name }))]
}

const secrets = new Set(['password', 'current'])
