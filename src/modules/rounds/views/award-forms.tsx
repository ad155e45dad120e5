import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { RadioField, TickField } from '../../../web/ui/choice-field.tsx'
import { NumberField, TextareaField, TextField } from '../../../web/ui/field.tsx'
import { FieldGroup, Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { Award, AwardEntry } from '../schema/awards.ts'
import { tieRules } from '../schema/kinds.ts'
import { words } from '../words/words.ts'

type Filled = { values: Values; errors: Errors; stored?: Values | undefined }

/** So many criteria stand in the form; those without a name are left out. */
export const mostCriteria = 5

/** What is marked and how it counts. */
export function PlanForm({ award, values, errors, stored }: Filled & { award: Award }) {
  const w = useWords(words)
  const f = useWords(frame)
  const back = `/putaran/${award.round.id}/penghargaan`
  return (
    <>
      <PageHead title={w.plan} lead={w.planLead} />
      <Form action={`${back}/aturan`} hidden={{ rev: asText(values.rev) }} {...{ values, errors, stored }}>
        <NumberField name="juryWeight" label={w.juryWeight} hint={w.weightHint} whole />
        <NumberField name="audienceWeight" label={w.audienceWeight} hint={w.weightHint} whole />
        <RadioField name="tieRule" label={w.tieRule} options={tieRules.map(value => ({ value, label: w.tieRules[value] }))} />
        {Array.from({ length: mostCriteria }, (_, at) => (
          <FieldGroup title={w.criterion({ number: at + 1 })}>
            <TextField
              name={`criteria.${at}.name`}
              label={w.criterionName}
              optional={at > 0}
              insist={false}
              minLength={3}
              maxLength={200}
            />
            <NumberField name={`criteria.${at}.weight`} label={w.weight} whole optional={at > 0} insist={false} />
            <TextareaField
              name={`criteria.${at}.levels`}
              label={w.levels}
              hint={w.levelsHint}
              optional={at > 0}
              insist={false}
              rows={5}
              maxLength={5000}
              saysLimit={false}
            />
          </FieldGroup>
        ))}
        <Actions>
          <Button>{w.savePlan}</Button>
          <ButtonLink href={back} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

/** One level for each criterion, or abstaining. */
export function MarkForm({ award, entry, values, errors }: Filled & { award: Award; entry: AwardEntry }) {
  const w = useWords(words)
  const f = useWords(frame)
  const back = `/putaran/${award.round.id}/penghargaan`
  return (
    <>
      <PageHead title={entry.office.name} lead={entry.topic} />
      <p class="hint">{w.marksLead}</p>
      <Form action={`${back}/nilai/${entry.id}`} values={values} errors={errors}>
        {award.criteria.map(({ id, name, levels }, at) => (
          <>
            <input type="hidden" name={`points.${at}.criterion`} value={id} />
            <RadioField
              name={`points.${at}.points`}
              label={name}
              insist={false}
              options={levels.map((level, of) => ({ value: String(of + 1), label: w.points({ points: of + 1, level }) }))}
            />
          </>
        ))}
        <TickField name="abstain" label={w.abstain} />
        <Actions>
          <Button>{w.saveMarks}</Button>
          <ButtonLink href={back} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
