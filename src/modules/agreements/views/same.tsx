import type { Existing } from '../../../platform/refusals/refusal.ts'
import { TickField } from '../../../web/ui/choice-field.tsx'
import { FieldGroup } from '../../../web/ui/form.tsx'
import { useWords } from '../../../web/viewer.ts'
import { formWords } from '../words/form.ts'

/** `existing` are those that may be seen; `said` tells of the others too. */
export type Same = { said: string | null; existing: readonly Existing[] }

/** What stands in the register already, each a link that leaves the form open, and how to say that this is another agreement. */
export function SameAgreements({ same: { said, existing } }: { same: Same }) {
  const f = useWords(formWords)
  return (
    <FieldGroup title={f.form.same} lead={said}>
      {existing.length ? (
        <ul>
          {existing.map(({ name, note, path }) => (
            <li>
              <a href={path} target="_blank" rel="noopener">
                {name}
              </a>
              {note ? ` (${note})` : ''}
            </li>
          ))}
        </ul>
      ) : null}
      <TickField name="evenSo" label={f.form.evenSo} />
    </FieldGroup>
  )
}
