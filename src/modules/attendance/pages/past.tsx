import type { Request } from '../../../platform/doors/request.ts'
import { askList } from '../../../web/list/ask.ts'
import { show } from '../../../web/show.tsx'
import { showPast } from '../operations/past.ts'
import { PastPage, pastList } from '../views/past.tsx'
import { words } from '../words/words.ts'

export async function pastPage(c: Request): Promise<Response> {
  const { asked, answer } = await askList(c, pastList, showPast, () => (c.req.query('orang') || c.req.query('satker') ? {} : own(c)))
  const title = words[c.var.viewer.locale].past
  const of = c.req.query('satker') ? `/satuan-kerja/${answer.who.id}` : `/orang/${answer.who.id}`
  return show(c, { title, breadcrumbs: [{ href: of, label: answer.who.name }, { label: title }] }, <PastPage past={answer} asked={asked} />)
}

/** Asked for nobody, one's own. */
const own = (c: Request) => ({ person: c.var.actor.personId ?? undefined })
