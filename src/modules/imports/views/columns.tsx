import { ButtonLink } from '../../../web/ui/button.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Batch } from '../schema/batches.ts'
import type { FileColumn } from '../schema/files.ts'
import { words } from '../words.ts'
import { MappingForm } from './mapping.tsx'

type Props = {
  batch: Batch
  columns: readonly FileColumn[]
  values?: Values | undefined
  errors?: Errors | undefined
  isStale?: boolean | undefined
}

/** The mapping step by itself: also for a layout that was recognised. */
export function ColumnsPage({ batch, columns, values, errors, isStale }: Props) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.columnsTitle} lead={w.columnsLead}>
        <ButtonLink href={`/impor/${batch.id}`}>{w.back}</ButtonLink>
      </PageHead>
      <MappingForm batch={batch} columns={columns} values={values} errors={errors} isStale={isStale} />
    </>
  )
}
