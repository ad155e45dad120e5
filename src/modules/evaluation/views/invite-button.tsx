import { Button, ButtonLink } from '../../../web/ui/button.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { AssignmentRow } from '../schema.ts'
import { evaluationWords } from '../words.ts'

/**
 * A form of one button: a letter to the contacts of this partner; where it has none, the way to note one. Of an office, the way to its
 * people where nobody of it can fill in the form.
 */
export function InviteButton({
  assignment: { id, lastLetterAt, partner, office, reachable },
}: {
  assignment: Pick<AssignmentRow, 'id' | 'lastLetterAt' | 'partner' | 'office' | 'reachable'>
}) {
  const w = useWords(evaluationWords)
  if (!partner)
    return reachable === false ? (
      <ButtonLink kind="quiet" href={`/orang?kantor=${office.code}`} aria-label={`${w.letters.people}: ${office.name}`}>
        {w.letters.people}
      </ButtonLink>
    ) : null
  if (reachable === false)
    return (
      <ButtonLink kind="quiet" href={`/mitra/${partner.id}/narahubung/baru`} aria-label={`${w.letters.addContact}: ${partner.name}`}>
        {w.letters.addContact}
      </ButtonLink>
    )
  const label = lastLetterAt ? w.inviteAgain : w.invite
  return (
    <form method="post" action={`/evaluasi/isian/${id}/undangan`}>
      <Button kind="quiet" aria-label={`${label}: ${partner.name}`}>
        {label}
      </Button>
    </form>
  )
}
