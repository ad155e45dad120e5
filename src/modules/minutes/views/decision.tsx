import { dayIn, formatDay } from '../../../platform/i18n/format.ts'
import { firstLine } from '../../../platform/values/cut.ts'
import { Badge } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { SelectField, TickField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { DateField, TextareaField, TextField } from '../../../web/ui/field.tsx'
import { FieldGroup, Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Timeline } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { OwnerOption } from '../../followups/views/act-form.tsx'
import { FollowUpFields } from '../../followups/views/create-form.tsx'
import { FollowUpTable } from '../../followups/views/table.tsx'
import type { Thing } from '../../things/schema.ts'
import { Linked } from '../../things/views.tsx'
import { type DecisionDetail, decisionKinds, results } from '../schema/decisions.ts'
import { decisionWords } from '../words/decisions.ts'
import { DecisionState } from './decision-state.tsx'

type Filled = { values: Values; errors: Errors; stored?: Values | undefined; idempotencyKey?: string | undefined }

/** `things` are those that it names and one may read. */
type Props = { decision: DecisionDetail; things: readonly Thing[]; values?: Values | undefined; errors?: Errors | undefined }

export function DecisionPage({ decision, things, values, errors }: Props) {
  const w = useWords(decisionWords)
  const { locale } = useViewer()
  const { id, number, kind, text, status, linked, followUps, mayPlan, mayWrite, matter } = decision
  const address = `/keputusan/${id}`
  const elsewhere = followUps - linked.filter(({ state }) => state !== 'cancelled').length
  return (
    <>
      <PageHead
        title={firstLine(text, mostTitle)}
        status={
          <>
            {number} <Badge>{w.kinds[kind]}</Badge> <DecisionState {...decision} explained />
          </>
        }
      >
        {mayPlan ? (
          <ButtonLink href={`${address}/tindak-lanjut`} kind={status === 'waiting' ? 'primary' : 'secondary'}>
            {w.plan}
          </ButtonLink>
        ) : null}
        {mayWrite ? (
          <ButtonLink href={`${address}/ubah`} kind="primary">
            {w.change}
          </ButtonLink>
        ) : null}
      </PageHead>
      <DecisionText decision={decision} things={things} />
      <Section title={w.followUps} id="tindak-lanjut" count={linked.length || undefined}>
        {elsewhere > 0 ? <p>{w.elsewhere({ count: elsewhere })}</p> : null}
        {linked.length || elsewhere <= 0 ? (
          <FollowUpTable caption={w.followUps} followUps={linked} empty={<EmptyState title={w.noFollowUp} />} />
        ) : null}
        {mayPlan
          ? linked.map(followUp => (
              <Form action={`${address}/kaitan/${followUp.id}`}>
                <Actions>
                  <Button kind="quiet">{`${w.unlink} ${followUp.number}`}</Button>
                </Actions>
              </Form>
            ))
          : null}
        {mayPlan ? (
          <details open={errors !== undefined}>
            <summary>{w.linkLegend}</summary>
            <Form action={`${address}/kaitan`} values={values} errors={errors}>
              <TextField name="followUp" label={w.linkNumber} hint={w.linkHint} size="medium" maxLength={50} />
              <Actions>
                <Button kind="secondary">{w.link}</Button>
              </Actions>
            </Form>
          </details>
        ) : null}
      </Section>
      {matter.length > 1 ? (
        <Section title={w.matter} id="perjalanan" lead={w.matterLead}>
          <Timeline
            label={w.matter}
            items={matter.map(each => ({
              on: dayIn(new Date(each.meeting.startsAt)),
              by: each.meeting.title,
              title: (
                <>
                  {each.id === id ? `${each.number} (${w.here})` : <a href={`/keputusan/${each.id}`}>{each.number}</a>}{' '}
                  {w.results[each.result]}
                  {each.postponedOn ? ` – ${w.postponedOn.toLowerCase()} ${formatDay(locale, each.postponedOn)}` : ''}
                </>
              ),
              children: (
                <>
                  <p>{firstLine(each.text, 300)}</p>
                  <p>
                    <DecisionState {...each} />
                  </p>
                </>
              ),
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}

/** Letters of a sentence that is the title of its page. */
const mostTitle = 120

/** What was decided: on its page and above the form of its follow-up. */
export function DecisionText({ decision, things = [] }: { decision: DecisionDetail; things?: readonly Thing[] }) {
  const w = useWords(decisionWords)
  const { locale } = useViewer()
  const { text, addressee, result, note, postponedOn, postponedTo, referredTo, dueOn, continues, meeting, meetingPage, minutes } = decision
  const held = formatDay(locale, dayIn(new Date(meeting.startsAt)))
  return (
    <>
      {firstLine(text, mostTitle) === text ? null : <blockquote>{text}</blockquote>}
      <Definitions
        items={[
          { term: w.result, value: w.results[result] },
          { term: w.note, value: note ? <blockquote>{note}</blockquote> : null },
          {
            term: w.addressee,
            value: addressee && (
              <Linked things={things} id={addressee.id ?? ''}>
                {addressee.name}
              </Linked>
            ),
          },
          { term: w.dueOn, value: dueOn && formatDay(locale, dueOn) },
          { term: w.postponedOn, value: postponedOn && formatDay(locale, postponedOn) },
          { term: w.postponedTo, value: postponedTo && <a href={`/rapat/${postponedTo.id}`}>{postponedTo.name}</a> },
          {
            term: w.referredTo,
            value: referredTo && (
              <Linked things={things} id={referredTo.id}>
                {referredTo.name}
              </Linked>
            ),
          },
          { term: w.continues, value: continues && <a href={`/keputusan/${continues.id}`}>{continues.name}</a> },
          {
            term: w.meeting,
            value: meetingPage ? <a href={`/rapat/${meeting.id}`}>{`${meeting.title}, ${held}`}</a> : `${meeting.title}, ${held}`,
          },
          { term: w.minutes, value: meetingPage ? <a href={`/notula/${minutes}`}>{w.minutes}</a> : null },
        ]}
      />
    </>
  )
}

/** A new decision of some minutes, or one to change. */
type FormProps = Filled & { action: string; back: string; title: string; lead: string; decision?: DecisionDetail | undefined }

export function DecisionForm({ action, back, title, lead, decision, values, errors, stored, idempotencyKey }: FormProps) {
  const w = useWords(decisionWords)
  const f = useWords(frame)
  return (
    <>
      <PageHead title={title} lead={lead} />
      <Form action={action} hidden={decision ? { rev: asText(values.rev) } : {}} {...{ values, errors, stored, idempotencyKey }}>
        <SelectField name="kind" label={w.kind} options={decisionKinds.map(value => ({ value, label: w.kinds[value] }))} />
        <TextareaField name="text" label={w.text} rows={5} minLength={5} maxLength={5000} />
        <FieldGroup title={w.addressee}>
          <ComboField name="office" label={w.office} hint={w.officeHint} optional source="/api/v1/decisions/office-choices" />
          <ComboField name="partner" label={w.partner} optional source="/api/v1/partners/choices" />
          <TextField name="body" label={w.body} hint={w.bodyHint} optional maxLength={300} />
        </FieldGroup>
        <FieldGroup title={w.result}>
          <SelectField name="result" label={w.result} options={results.map(value => ({ value, label: w.results[value] }))} />
          <TextareaField name="note" label={w.note} hint={w.noteHint} optional rows={2} maxLength={3000} />
          <DateField name="postponedOn" label={w.postponedOn} hint={w.postponedHint} insist={false} />
          <TextField name="postponedTo" label={w.postponedTo} hint={w.postponedToHint} insist={false} size="medium" maxLength={50} />
          <ComboField
            name="referredTo"
            label={w.referredTo}
            hint={w.referredHint}
            insist={false}
            source="/api/v1/decisions/office-choices"
          />
        </FieldGroup>
        <DateField name="dueOn" label={w.dueOn} optional />
        <ComboField name="continues" label={w.continues} hint={w.continuesHint} optional source="/api/v1/decisions/choices" />
        <Actions>
          <Button>{w.save}</Button>
          <ButtonLink href={back} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
      {decision ? (
        <Section title={w.remove} lead={w.removeLead}>
          <Form action={`/keputusan/${decision.id}/hapus`} hidden={{ rev: decision.rev }}>
            <Actions>
              <Button kind="danger">{w.remove}</Button>
            </Actions>
          </Form>
        </Section>
      ) : null}
    </>
  )
}

/** A decision becomes a follow-up: what was decided and by when stand in the form already. */
export function PlanDecision({ decision, owners, ...form }: Filled & { decision: DecisionDetail; owners: readonly OwnerOption[] }) {
  const w = useWords(decisionWords)
  const f = useWords(frame)
  const address = `/keputusan/${decision.id}`
  return (
    <>
      <PageHead title={w.plan} lead={w.planLead({ office: decision.office.name })} />
      <DecisionText decision={decision} />
      {owners.length ? (
        <Form action={`${address}/tindak-lanjut`} {...form}>
          <FollowUpFields owners={owners} />
          {decision.addressee?.kind === 'partner' ? <TickField name="shared" label={w.shared} hint={w.sharedHint} /> : null}
          <Actions>
            <Button>{w.plan}</Button>
            <ButtonLink href={address} kind="quiet">
              {f.cancel}
            </ButtonLink>
          </Actions>
        </Form>
      ) : (
        <Notice kind="warning">{w.noOwner({ office: decision.office.name })}</Notice>
      )}
    </>
  )
}
