import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { LocalTask } from '../rules/guides.ts'
import { words } from '../words/words.ts'

/** A task with its numbered steps, and the page where it begins. */
export function TaskSteps({ task: { key, href, title, page, steps }, children }: { task: LocalTask; children?: ComponentChildren }) {
  const w = useWords(words)
  return (
    <Section title={title} id={key}>
      <div class="prose">
        <ol>
          {steps.map(step => (
            <li>
              <Labelled text={step} />
            </li>
          ))}
        </ol>
      </div>
      {href ? (
        <p>
          <ButtonLink href={href}>{w.start({ page })}</ButtonLink>
        </p>
      ) : null}
      {children}
    </Section>
  )
}

/** What a button or page is called stands within “…”, and is what the eye looks for. */
export const Labelled = ({ text }: { text: string }) => (
  <>{text.split(/(“[^”]*”)/).map((part, at) => (at % 2 ? <b>{part.slice(1, -1)}</b> : part))}</>
)
