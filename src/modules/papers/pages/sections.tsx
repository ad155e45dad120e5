import type { PageSection } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { Actions, ButtonLink } from '../../../web/ui/button.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { listPapers } from '../operations/papers.ts'
import { PaperList } from '../views/list.tsx'
import { words } from '../words/words.ts'

/** On the page of a meeting, the papers that are there, and the way to all. */
export const paperSections: PageSection[] = [
  {
    on: 'meeting',
    order: 40,
    power: 'meeting.read',
    async render(c, { id }) {
      const { papers } = await call(c.var.kernel, c.var.actor, listPapers, { meeting: id })
      const w = words[c.var.viewer.locale]
      const ready = papers.filter(paper => paper.ready)
      return (
        <Section title={w.papers} id="naskah" lead={w.ready({ ready: ready.length, all: papers.length })}>
          <PaperList meeting={id} papers={ready.slice(0, most)} label={w.papers} />
          <Actions>
            <ButtonLink href={`/rapat/${id}/naskah`}>{w.all}</ButtonLink>
          </Actions>
        </Section>
      )
    },
  },
]

const most = 5
