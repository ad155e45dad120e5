import type { ComponentChildren } from 'preact'
import { firstLine } from '../../../platform/values/cut.ts'
import { Badge } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { TextareaField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { MoreActs } from '../../../web/ui/more-acts.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Timeline, When } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import { categories, kinds as findingKinds } from '../../findings/schema.ts'
import { words as findingWords } from '../../findings/words.ts'
import type { TopicDetail, Voice } from '../schema/voices.ts'
import { words } from '../words/words.ts'
import { VoiceState } from './state.tsx'

/** Letters of a sentence that is the title of its page. */
const mostTitle = 120

/** What one or several said, who they are, and what was answered. */
export function TopicPage({ topic }: { topic: TopicDetail }) {
  const w = useWords(words)
  const { id, kind, text, state, voices, reply, repliedBy, repliedAt, meeting, session, count, offices, mayAct, mayFind, like, finding } =
    topic
  const address = `/suara/${id}`
  const isOpen = mayAct && state !== 'finding'
  return (
    <>
      <PageHead
        title={firstLine(text, mostTitle)}
        status={
          <>
            <Badge>{w.kinds[kind]}</Badge> <VoiceState state={state} explained />
          </>
        }
      >
        {mayAct ? (
          <ButtonLink href={`${address}/jawaban`} kind={state === 'new' ? 'primary' : 'secondary'}>
            {state === 'new' ? w.reply : w.changeReply}
          </ButtonLink>
        ) : null}
        <MoreActs folded>
          {mayFind ? (
            <ButtonLink href={`${address}/temuan`} kind="quiet">
              {w.makeFinding}
            </ButtonLink>
          ) : null}
          {isOpen && state !== 'aside' ? (
            <ButtonLink href={`${address}/pengesampingan`} kind="quiet">
              {w.setAside}
            </ButtonLink>
          ) : null}
          {isOpen && like.length ? (
            <ButtonLink href={`${address}/gabungan`} kind="quiet">
              {w.join}
            </ButtonLink>
          ) : null}
        </MoreActs>
      </PageHead>
      {firstLine(text, mostTitle) === text ? null : <blockquote>{text}</blockquote>}
      <Definitions
        items={[
          { term: w.session, value: session.title === meeting.name ? null : session.title },
          { term: w.count, value: `${w.times({ count })}${offices > 1 ? ` ${w.fromOffices({ count: offices })}` : ''}` },
          {
            term: w.finding,
            value: finding ? finding.readable ? <a href={`/temuan/${finding.id}`}>{finding.number}</a> : finding.number : null,
          },
          { term: w.repliedBy, value: repliedBy },
          { term: w.repliedAt, value: repliedAt ? <When at={repliedAt} /> : null },
        ]}
      />
      {reply ? (
        <Section title={w.answer}>
          <blockquote>{reply}</blockquote>
        </Section>
      ) : null}
      <Section title={w.said} id="pengirim" count={voices.length}>
        <VoicesSaid voices={voices} text={text} />
      </Section>
    </>
  )
}

/** Each as it was sent: by whom, from where, in their own words where these differ. */
export function VoicesSaid({ voices, text }: { voices: readonly Voice[]; text: string }) {
  const w = useWords(words)
  return (
    <Timeline
      label={w.said}
      items={voices.map(voice => ({
        at: voice.sentAt,
        title: voice.behalfOf ? `${voice.name} (${w.onBehalf({ name: voice.behalfOf })})` : voice.name,
        by: [voice.position, voice.office?.name ?? voice.institution].filter(Boolean).join(', ') || undefined,
        children: (
          <>
            {voice.text === text ? null : <blockquote>{voice.text}</blockquote>}
            {voice.about ? (
              <p>
                {w.about}: {voice.about}
              </p>
            ) : null}
          </>
        ),
      }))}
    />
  )
}

type Filled = { topic: TopicDetail; values: Values; errors: Errors }

export function AnswerForm({ topic, values, errors }: Filled) {
  const w = useWords(words)
  return (
    <ActForm
      topic={topic}
      title={topic.state === 'new' ? w.reply : w.changeReply}
      lead={w.replyLead}
      path="jawaban"
      values={values}
      errors={errors}
    >
      <TextareaField name="reply" label={w.answer} rows={4} minLength={3} maxLength={2000} />
    </ActForm>
  )
}

export function AsideForm({ topic, values, errors }: Filled) {
  const w = useWords(words)
  return (
    <ActForm topic={topic} title={w.setAside} lead={w.asideLead} path="pengesampingan" values={values} errors={errors}>
      <TextareaField name="reason" label={w.reason} rows={3} minLength={3} maxLength={2000} />
    </ActForm>
  )
}

export function JoinForm({ topic, values, errors }: Filled) {
  const w = useWords(words)
  const options = topic.like.map(({ id, kind, text }) => ({ value: id, label: `${w.kinds[kind]}: ${firstLine(text, 90)}` }))
  return (
    <ActForm topic={topic} title={w.join} lead={w.joinLead} path="gabungan" act={w.joinAct} values={values} errors={errors}>
      <SelectField name="into" label={w.joinInto} options={options} />
    </ActForm>
  )
}

export function FindingForm({ topic, values, errors }: Filled) {
  const w = useWords(words)
  const f = useWords(findingWords)
  return (
    <ActForm topic={topic} title={w.makeFinding} lead={w.findingLead} path="temuan" values={values} errors={errors}>
      <SelectField name="kind" label={f.kind} options={findingKinds.map(value => ({ value, label: f.kinds[value] }))} />
      <SelectField name="category" label={f.category} optional options={categories.map(value => ({ value, label: f.categories[value] }))} />
      <TextareaField name="text" label={f.text} hint={w.findingTextHint} rows={4} minLength={5} maxLength={10_000} />
      <ComboField name="agreement" label={f.agreement} hint={f.agreementHint} optional source="/api/v1/agreements/choices" />
      <ComboField name="partner" label={f.partner} hint={f.partnerHint} optional source="/api/v1/partners/choices" />
      <TextareaField name="reply" label={w.answer} hint={w.findingReplyHint} optional rows={2} maxLength={2000} />
    </ActForm>
  )
}

type ActProps = Filled & { title: string; lead: string; path: string; act?: string; children: ComponentChildren }
export function ActForm({ topic, title, lead, path, act = title, values, errors, children }: ActProps) {
  const f = useWords(frame)
  const address = `/suara/${topic.id}`
  return (
    <>
      <PageHead title={title} lead={lead} />
      <blockquote>{firstLine(topic.text, 400)}</blockquote>
      <Form action={`${address}/${path}`} values={values} errors={errors} hidden={{ rev: Number(values.rev ?? topic.rev) }}>
        {children}
        <Actions>
          <Button>{act}</Button>
          <ButtonLink href={address} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
