import type { PageSection } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { Actions, ButtonLink } from '../../../web/ui/button.tsx'
import { CountLink } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { showInvitations } from '../operations/read.ts'
import { addressOf } from '../views/address.ts'
import { classesAddress } from '../views/classes.tsx'
import { classWords } from '../words/classes.ts'
import { words } from '../words/words.ts'

/** How many are invited to a meeting and what they answered, with the way to the list. */
export const invitationSections: PageSection[] = [
  {
    on: 'meeting',
    order: 10,
    power: 'meeting.read',
    async render(c, { id }) {
      const { counts, classes, mayWrite } = await call(c.var.kernel, c.var.actor, showInvitations, { meeting: id })
      if (!counts.invited && !mayWrite) return null
      const w = words[c.var.viewer.locale]
      return (
        <Section title={w.invitations} id="undangan">
          {counts.invited ? (
            <p>
              <CountLink href={addressOf(id)} count={counts.invited}>
                {w.summary({ ...counts, attending: counts.onsite + counts.online })}
              </CountLink>
            </p>
          ) : (
            <p>{w.noRules}</p>
          )}
          <Actions>
            <ButtonLink href={counts.invited ? addressOf(id) : `${addressOf(id)}/tambah`}>{counts.invited ? w.toList : w.add}</ButtonLink>
            {classes ? <ButtonLink href={classesAddress(id)}>{classWords[c.var.viewer.locale].toClasses}</ButtonLink> : null}
          </Actions>
        </Section>
      )
    },
  },
]
