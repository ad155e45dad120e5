import { Stat } from '../../../web/ui/stat.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words } from '../words.ts'

type OverdueProps = { overdue: number; unfinished: number; followUps: number; href?: string | undefined }

/** How many follow-ups are overdue of those that are not done; where none is left that could be, that in words. */
export function Overdue({ overdue, unfinished, followUps, href }: OverdueProps) {
  const w = useWords(words)
  if (unfinished) return <Stat label={w.overdue} value={overdue} of={unfinished} unit={w.unfinished} href={href} />
  return (
    <Stat label={w.overdue} value="–">
      <small>{followUps ? w.allFinished : w.noFollowUps}</small>
    </Stat>
  )
}
