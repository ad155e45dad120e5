import { Button, ButtonLink } from '../../../web/ui/button.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { AssignmentRow } from '../schema.ts'
import { evaluationWords } from '../words.ts'

/** A form of one button: a letter to the contacts of this partner; where it has none, the way to note one. */
export function InviteButton({
  assignment: { id, lastLetterAt, partner, reachable },
}: {
  assignment: Pick<AssignmentRow, 'id' | 'lastLetterAt' | 'partner' | 'reachable'>
}) {
  const w = useWords(evaluationWords)
  if (partner && reachable === false)
    return (
      <ButtonLink kind="quiet" href={`/mitra/${partner.id}/narahubung/baru`} aria-label={`${w.letters.addContact}: ${partner.name}`}>
        {w.letters.addContact}
      </ButtonLink>
    )
  const label = lastLetterAt ? w.inviteAgain : w.invite
  return (
    <form method="post" action={`/evaluasi/isian/${id}/undangan`}>
      <Button kind="quiet" aria-label={`${label}: ${partner?.name ?? ''}`}>
        {label}
      </Button>
    </form>
  )
}
