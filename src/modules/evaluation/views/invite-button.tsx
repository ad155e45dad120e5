import { Button } from '../../../web/ui/button.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { AssignmentRow } from '../schema.ts'
import { evaluationWords } from '../words.ts'

/** A form of one button: a letter to the contacts of this partner. `back` is the page to return to. */
export function InviteButton({
  assignment: { id, lastLetterAt, partner },
}: {
  assignment: Pick<AssignmentRow, 'id' | 'lastLetterAt' | 'partner'>
}) {
  const w = useWords(evaluationWords)
  const label = lastLetterAt ? w.inviteAgain : w.invite
  return (
    <form method="post" action={`/evaluasi/isian/${id}/undangan`}>
      <Button kind="secondary" aria-label={`${label}: ${partner?.name ?? ''}`}>
        {label}
      </Button>
    </form>
  )
}
