import { Button } from '../../../web/ui/button.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { BatchState } from '../schema/codes.ts'
import { words } from '../words.ts'

type Props = { batch: { name: string; state: BatchState }; path: string }

export const mayCancel = (state: BatchState): boolean => state !== 'done' && state !== 'cancelled' && state !== 'failed'

/** The way to the question whether an import, whose page is at `path`, is to end; nothing where there is nothing to end. */
export function CancelDialog({ batch, path }: Props) {
  const w = useWords(words)
  if (!mayCancel(batch.state)) return null
  return (
    <Dialog trigger={w.cancel} href={`${path}/pembatalan`} id="pembatalan" title={w.cancelTitle}>
      <CancelPrompt batch={batch} path={path} />
    </Dialog>
  )
}

function CancelPrompt({ batch: { state }, path }: Props) {
  const w = useWords(words)
  const isRecording = state === 'running' || state === 'stopped'
  return (
    <>
      <p>{isRecording ? w.cancelRunning : w.cancelText}</p>
      <Form action={`${path}/pembatalan`}>
        <Button kind="danger">{w.cancel}</Button>
      </Form>
    </>
  )
}

/** The same question on a page of its own. */
export function CancelPage({ batch, path }: Props) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.cancelTitle} lead={batch.name} />
      {mayCancel(batch.state) ? <CancelPrompt batch={batch} path={path} /> : <p>{w.leads[batch.state]}</p>}
      <p>
        <a href={path}>{w.backToImport}</a>
      </p>
    </>
  )
}
