import type { ComponentChildren } from 'preact'
import { useScript } from '../needs.ts'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import type { ButtonKind } from './button.tsx'

type DialogProps = {
  /** What the link to it says, and the page where it leads without JavaScript: the same question, asked on a page of its own. */
  trigger: string
  href: string
  kind?: ButtonKind | undefined
  id: string
  title: string
  /** Usually a `Form` that does it; "Batal" stands below. */
  children: ComponentChildren
}

/** A question before an action that cannot be undone, in place where scripts run, else on its own page. */
export function Dialog({ trigger, href, kind = 'secondary', id, title, children }: DialogProps) {
  useScript('confirm-dialog')
  const w = useWords(words)
  return (
    <confirm-dialog>
      <a class={`button ${kind}`} href={href}>
        {trigger}
      </a>
      <dialog id={id} aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
        <form method="dialog">
          <button class="button quiet">{w.cancel}</button>
        </form>
      </dialog>
    </confirm-dialog>
  )
}
