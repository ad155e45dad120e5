import type { PageSection, Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { Status } from '../../../web/ui/badge.tsx'
import { Actions, ButtonLink } from '../../../web/ui/button.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { listRounds } from '../operations/read.ts'
import { words } from '../words/words.ts'

/** On the page of a meeting, its rounds; nothing where there are none and none can be prepared. */
export const roundSections: PageSection[] = [{ on: 'meeting', order: 30, power: 'meeting.read', render: (c, { id }) => roundsOf(c, id) }]

async function roundsOf(c: Request, meeting: string) {
  const { rounds, unprepared } = await call(c.var.kernel, c.var.actor, listRounds, { meeting })
  const w = words[c.var.viewer.locale]
  if (!rounds.length && !unprepared.length) return null
  return (
    <Section title={w.rounds} id="putaran" count={rounds.length} lead={w.sectionLead}>
      {rounds.length ? (
        <ul class="plain">
          {rounds.map(({ id, title, phase, waiting, done }) => (
            <li>
              <a href={`/putaran/${id}`}>{title}</a>{' '}
              <Status tone={phase === 'speaking' ? 'warning' : phase === 'paused' ? 'muted' : 'neutral'}>{w.phases[phase]}</Status>{' '}
              <small>{w.queueOf({ waiting, done })}</small>
            </li>
          ))}
        </ul>
      ) : null}
      {unprepared.length ? (
        <Actions>
          <ButtonLink href={`/rapat/${meeting}/putaran`}>{w.prepare}</ButtonLink>
        </Actions>
      ) : null}
    </Section>
  )
}
