import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { LocalTask } from '../rules/guides.ts'
import { words } from '../words/words.ts'
import { TaskSteps } from './task.tsx'

/** What everybody does, whatever their role. */
export function FurtherView({ tasks }: { tasks: readonly LocalTask[] }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.further} />
      {tasks.map(task => (
        <TaskSteps task={task} />
      ))}
    </>
  )
}
