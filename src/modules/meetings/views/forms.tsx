import { zones } from '../../../platform/i18n/format.ts'
import { textIn } from '../../../platform/i18n/words.ts'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { RadioField, SelectField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { MomentField, TextareaField, TextField } from '../../../web/ui/field.tsx'
import { FieldGroup, Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import { type MeetingDetail, type MeetingKind, modes } from '../schema/meetings.ts'
import { words } from '../words/words.ts'
import { actPaths } from './show.tsx'

type Filled = { values: Values; errors: Errors; stored?: Values | undefined; idempotencyKey?: string | undefined }
type Zone = MeetingDetail['zone']

/** A new meeting, or the plan of one (`meeting`); hours are by the clock of `zone`. */
type PlanProps = Filled & { meeting?: MeetingDetail | undefined; kinds: readonly MeetingKind[]; zone: Zone }

export function PlanForm({ meeting, kinds, zone, values, errors, stored, idempotencyKey }: PlanProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  const address = meeting ? `/rapat/${meeting.id}` : '/rapat'
  return (
    <>
      <PageHead title={meeting ? w.change : w.add} />
      <Form
        action={meeting ? `${address}/${actPaths.change}` : address}
        hidden={meeting ? { rev: asText(values.rev) } : {}}
        {...{ values, errors, stored, idempotencyKey }}
      >
        <TextField name="title" label={w.title} minLength={5} maxLength={300} />
        <SelectField name="kindId" label={w.kind} options={kinds.map(({ id, names }) => ({ value: id, label: textIn(names, locale) }))} />
        <TextField name="theme" label={w.theme} optional maxLength={300} />
        {meeting ? null : <ComboField name="office" label={w.office} source="/satuan-kerja/pilihan" />}
        <TextField name="unit" label={w.unit} optional maxLength={200} />
        <FieldGroup title={w.when}>
          <Moments zone={zone} />
        </FieldGroup>
        <FieldGroup title={w.place}>
          <RadioField name="mode" label={w.mode} options={modes.map(value => ({ value, label: w.modes[value] }))} />
          <TextField name="place" label={w.place} hint={w.placeHint} optional maxLength={300} />
          <ComboField name="region" label={w.region} hint={w.regionHint} optional source="/api/v1/meetings/regions" />
          <TextField name="link" label={w.link} type="url" optional maxLength={500} />
        </FieldGroup>
        <TextareaField name="objectives" label={w.objectives} hint={w.objectivesHint} optional rows={4} />
        <TextareaField name="legalBasis" label={w.legalBasis} optional rows={3} maxLength={5000} />
        <Buttons back={address}>{w.save}</Buttons>
      </Form>
    </>
  )
}

export function CopyForm({ meeting, ...form }: Filled & { meeting: MeetingDetail }) {
  const w = useWords(words)
  const address = `/rapat/${meeting.id}`
  return (
    <>
      <PageHead title={w.copy} lead={meeting.title} />
      <p>{w.copyLead}</p>
      <Form action={`${address}/salinan`} {...form}>
        <Moments zone={meeting.zone} />
        <Buttons back={address}>{w.copy}</Buttons>
      </Form>
    </>
  )
}

/** Start and end by the clock of the office; of a session, whose time may come later, both are `optional`. */
export function Moments({ zone, optional }: { zone: Zone; optional?: boolean }) {
  const w = useWords(words)
  const clock = w.clockHint({ zone: zones[zone] })
  return (
    <>
      <MomentField name="startsAt" label={w.startsAt} hint={clock} optional={optional} />
      <MomentField name="endsAt" label={w.endsAt} hint={w.endsHint} optional />
    </>
  )
}

/** Why it is cancelled, or planned again. */
export function ReasonForm({ meeting, act, values, errors }: Filled & { meeting: MeetingDetail; act: 'cancel' | 'restore' }) {
  const w = useWords(words)
  const address = `/rapat/${meeting.id}`
  return (
    <>
      <PageHead title={w.acts[act]} lead={meeting.title} />
      <p>{w.leads[act]}</p>
      <Form action={`${address}/${actPaths[act]}`} hidden={{ rev: asText(values.rev) }} values={values} errors={errors}>
        <TextareaField name="reason" label={w.reason} minLength={5} maxLength={2000} />
        <Buttons back={address} kind={act === 'cancel' ? 'danger' : 'primary'}>
          {w.acts[act]}
        </Buttons>
      </Form>
    </>
  )
}

/** Of each objective whether it was reached. */
export function AnswerForm({ meeting, values, errors, stored }: Filled & { meeting: MeetingDetail }) {
  const w = useWords(words)
  const address = `/rapat/${meeting.id}`
  return (
    <>
      <PageHead title={w.acts.answer} lead={meeting.title} />
      <Form action={`${address}/${actPaths.answer}`} hidden={{ rev: asText(values.rev) }} {...{ values, errors, stored }}>
        {meeting.objectives.map(({ id, text }, at) => (
          <FieldGroup title={text}>
            <input type="hidden" name={`objectives.${at}.id`} value={id} />
            <RadioField
              name={`objectives.${at}.reached`}
              label={w.isReached}
              options={[
                { value: 'ya', label: w.yes },
                { value: 'tidak', label: w.no },
              ]}
            />
            <TextareaField
              name={`objectives.${at}.outcome`}
              label={w.outcome}
              hint={w.outcomeHint}
              insist={false}
              rows={2}
              maxLength={2000}
            />
          </FieldGroup>
        ))}
        <Buttons back={address}>{w.saveAnswers}</Buttons>
      </Form>
    </>
  )
}

function Buttons({ back, kind = 'primary', children }: { back: string; kind?: 'primary' | 'danger'; children: string }) {
  const f = useWords(frame)
  return (
    <Actions>
      <Button kind={kind}>{children}</Button>
      <ButtonLink href={back} kind="quiet">
        {f.cancel}
      </ButtonLink>
    </Actions>
  )
}
