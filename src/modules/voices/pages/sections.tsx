import type { PageSection } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { Actions, ButtonLink } from '../../../web/ui/button.tsx'
import { CountLink } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { listVoices } from '../operations/read.ts'
import { showOwnVoices } from '../operations/send.ts'
import { words } from '../words/words.ts'

/** How much was said from the floor of a meeting, for those who moderate it, and the way to say something, for those who take part. */
export const voiceSections: PageSection[] = [
  {
    on: 'meeting',
    order: 25,
    power: 'meeting.read',
    async render(c, { id }) {
      const { kernel, actor } = c.var
      const all = await call(kernel, actor, listVoices, { meeting: id, most: 1 }).catch(unlessRead)
      const own = await call(kernel, actor, showOwnVoices, { meeting: id }).catch(unlessRead)
      const maySend = own?.sessions.some(({ problem }) => problem === null)
      if (!all?.counts.voices && !own?.voices.length && !maySend) return null
      const w = words[c.var.viewer.locale]
      return (
        <Section title={w.voices} id="suara">
          {all?.counts.voices ? (
            <p>
              <CountLink href={`/rapat/${id}/suara`} count={all.counts.topics}>
                {w.sectionLead({ count: all.counts.voices, unanswered: all.counts.unanswered })}
              </CountLink>
            </p>
          ) : null}
          <Actions>
            {all?.counts.voices ? <ButtonLink href={`/rapat/${id}/suara`}>{w.toList}</ButtonLink> : null}
            {maySend ? <ButtonLink href={`/rapat/${id}/suara/kirim`}>{w.speak}</ButtonLink> : null}
            {!maySend && own?.voices.length ? <ButtonLink href={`/rapat/${id}/suara/kirim`}>{w.mine}</ButtonLink> : null}
          </Actions>
        </Section>
      )
    },
  },
]

/** Whoever takes no part, or does not read them, has none. */
export function unlessRead(error: unknown): null {
  if (error instanceof Refusal && ['not_found', 'forbidden', 'unauthenticated'].includes(error.code)) return null
  throw error
}
