import { Anchors, PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Guide } from '../rules/guides.ts'
import { guideWords } from '../words/guides.ts'
import { words } from '../words/words.ts'
import { Picture } from './picture.tsx'
import { TaskSteps } from './task.tsx'

/** What the people of a role do in a week, and how. */
export function GuideView({ guide: { role, name, tasks } }: { guide: Guide }) {
  const w = useWords(words)
  const week = useWords(guideWords)[role]
  return (
    <>
      <PageHead title={w.guideOf({ role: name })} lead={week} />
      <Anchors parts={tasks.map(({ key, title }) => ({ id: key, title }))} />
      {tasks.map(task => (
        <TaskSteps task={task}>
          <Picture task={task.key} />
        </TaskSteps>
      ))}
    </>
  )
}
