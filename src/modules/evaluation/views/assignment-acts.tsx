import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { TickField } from '../../../web/ui/choice-field.tsx'
import { DateField, TextareaField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { Assignment } from '../schema.ts'
import { evaluationWords } from '../words.ts'

type Props = { assignment: Assignment; act: 'extend' | 'return'; values?: Values; errors?: Errors }

/** More time for a form, or sending it back: each with a reason that those who answer will read. */
export function AssignmentAct({ assignment, act, values = {}, errors = {} }: Props) {
  const w = useWords(evaluationWords)
  const f = useWords(frame)
  const { today } = useViewer()
  const address = `/evaluasi/isian/${assignment.id}`
  return (
    <>
      <PageHead title={w[act]} lead={`${assignment.agreement.title} · ${assignment.partner?.name ?? assignment.office.name}`} />
      <Form action={`${address}/${act === 'extend' ? 'perpanjangan' : 'pengembalian'}`} values={values} errors={errors}>
        {act === 'extend' ? <DateField name="until" label={w.extendUntil} min={today} /> : null}
        <TextareaField name="reason" label={w.reason} hint={w.reasonHint} minLength={10} maxLength={2000} />
        {act === 'extend' ? <TickField name="all" label={w.extendAll} /> : null}
        <Actions>
          <Button>{w[act]}</Button>
          <ButtonLink href={address} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
