import type { PageSection } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { Actions, ButtonLink } from '../../../web/ui/button.tsx'
import { CountLink } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { findInvitation } from '../../invitations/queries/own.ts'
import { heardInFinding } from '../operations/find.ts'
import { listVoices } from '../operations/read.ts'
import { showOwnVoices, voicesByLink } from '../operations/send.ts'
import { VoicesSaid } from '../views/topic.tsx'
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
  {
    on: 'meeting_invitee',
    order: 10,
    power: 'open',
    /** On the page of an invitation, by its link too: the way to say something while a session takes it, and to the answers. */
    async render(c, { id }) {
      const { kernel, actor, viewer } = c.var
      const token = c.req.param('token')
      const row = await findInvitation({ db: kernel.store.db }, id)
      const own = token
        ? await voicesByLink({ db: kernel.store.db, clock: kernel.clock }, token, kernel.secret).catch(unlessRead)
        : row && (await call(kernel, actor, showOwnVoices, { meeting: row.meetingId }).catch(unlessRead))
      const maySend = own?.sessions.some(({ problem }) => problem === null)
      if (!own?.voices.length && !maySend) return null
      const w = words[viewer.locale]
      return (
        <Section title={w.voices} id="suara">
          <Actions>
            <ButtonLink href={token ? `/jawab/${token}/suara` : `/rapat/${row!.meetingId}/suara/kirim`}>
              {maySend ? w.speak : w.mine}
            </ButtonLink>
          </Actions>
        </Section>
      )
    },
  },
  {
    on: 'finding',
    order: 5,
    power: 'finding.read',
    async render(c, { id }) {
      const heard = await call(c.var.kernel, c.var.actor, heardInFinding, { finding: id })
      if (!heard) return null
      const w = words[c.var.viewer.locale]
      const { topic, meeting, voices } = heard
      return (
        <Section
          title={w.heardIn}
          id="suara"
          count={voices.length}
          lead={topic.session.id ? w.heardAt({ session: topic.session.title, meeting }) : meeting}
        >
          <VoicesSaid voices={voices} text={topic.text} />
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
