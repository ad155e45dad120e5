import type { ComponentChildren } from 'preact'
import type { Condition } from '../../platform/values/conditions.ts'
import { useScript } from '../needs.ts'

/**
 * Fields of which some are asked only under a condition: each stands in a `ConditionalField`. Without JavaScript all are shown, so the hint
 * of a conditional field says when to fill it in; it is neither "optional" nor required then.
 */
export function Conditional({ children }: { children: ComponentChildren }) {
  useScript('conditional-fields')
  return <conditional-fields class="form">{children}</conditional-fields>
}

/** A field and the condition under which it is asked; what others depend on stands in one too. `type` is how its value is compared. */
export const ConditionalField = ({
  name,
  type = 'text',
  showIf,
  children,
}: {
  name: string
  type?: 'text' | 'single' | undefined
  showIf?: Condition | undefined
  children: ComponentChildren
}) => (
  <div data-question={name} data-type={type} data-show-if={showIf && JSON.stringify(showIf)}>
    {children}
  </div>
)
