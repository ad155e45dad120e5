import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { TextareaField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { Act, CommentDetail } from '../schema.ts'
import { words } from '../words.ts'
import { OneComment } from './comment.tsx'
import { actPaths } from './show.tsx'

type Props = { comment: CommentDetail; act: Act; values: Values; errors: Errors; stored?: Values | undefined }

/** One thing to do with a comment, said in full before it is done. */
export function ActForm({ comment, act, values, errors, stored }: Props) {
  const w = useWords(words)
  const f = useWords(frame)
  const leads: Record<Act, string> = { change: w.changeLead, open: w.openLead, close: w.closeLead, remove: w.removeLead }
  return (
    <>
      <PageHead title={act === 'change' ? w.changeTitle : w.acts[act]} lead={leads[act]} />
      {act === 'change' ? null : (
        <div class="comments">
          <OneComment comment={comment} sided={act !== 'remove'} />
        </div>
      )}
      <Form
        action={`/komentar/${comment.id}/${actPaths[act]}`}
        values={values}
        errors={errors}
        stored={stored}
        hidden={act === 'remove' ? {} : { rev: asText(values.rev) }}
      >
        {act === 'change' ? <TextareaField name="text" label={w.text} rows={6} maxLength={4000} /> : null}
        <Actions>
          <Button kind={act === 'remove' ? 'danger' : 'primary'}>{act === 'change' ? w.save : w.acts[act]}</Button>
          <ButtonLink href={`/komentar/${comment.id}`} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
