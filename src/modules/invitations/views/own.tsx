import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { RadioField } from '../../../web/ui/choice-field.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { TextareaField } from '../../../web/ui/field.tsx'
import { FileField } from '../../../web/ui/file-field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { Timeline } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { timesText } from '../../meetings/rules/times-text.ts'
import type { OwnInvitation } from '../schema/answers.ts'
import type { ClassChoices } from '../schema/classes.ts'
import type { Answer } from '../schema/invitations.ts'
import { words } from '../words/words.ts'
import { OwnClass } from './classes.tsx'
import { Proxies, type ProxyChoices } from './proxy.tsx'
import { usePositionWords } from './saying.ts'

const tones: Record<Answer, Tone> = { waiting: 'warning', onsite: 'good', online: 'good', declined: 'muted', proxy: 'info' }

/** `of` is which of the forms of the page `values` and `errors` are of. */
type Props = {
  invitation: OwnInvitation
  choices: ProxyChoices
  action: string
  of: 'answer' | 'proxy' | 'class'
  classes: ClassChoices
  values: Values
  errors: Errors
  mayRead: boolean
  /** Where one checks in, as soon as one may. */
  checkIn: string | null
}

/** To what somebody is invited, what they answered, and the form to answer or to answer otherwise. */
export function InvitationPage({ invitation, choices: proxies, classes, action, of, values, errors, mayRead, checkIn }: Props) {
  const w = useWords(words)
  const { locale } = useViewer()
  const position = usePositionWords()
  const answerValues = of === 'answer' ? values : { answer: invitation.answer, reason: invitation.reason, rev: invitation.rev }
  const { meeting, answer, choices, problem, history, letter, involvement, name, office, proxy } = invitation
  return (
    <>
      <PageHead
        title={meeting.title}
        status={
          <>
            {w.invitationTo} <Status tone={tones[answer]}>{w.answers[answer]}</Status>
          </>
        }
        lead={meeting.theme}
      />
      <Definitions
        items={[
          { term: w.when, value: timesText(locale, meeting) },
          { term: w.place, value: meeting.place },
          {
            term: w.link,
            value: meeting.link ? (
              <a href={meeting.link} rel="noreferrer">
                {meeting.link}
              </a>
            ) : null,
          },
          { term: w.host, value: meeting.office },
          { term: w.as, value: [name, position(invitation), office].filter(Boolean).join(', ') },
          { term: w.involvement, value: w.involvements[involvement] },
          { term: w.letter, value: letter },
        ]}
      />
      {checkIn ? (
        <Actions>
          <ButtonLink href={checkIn} kind="primary">
            {w.checkIn}
          </ButtonLink>
        </Actions>
      ) : null}
      {mayRead ? (
        <p>
          <a href={`/rapat/${meeting.id}`}>{w.toMeeting}</a>
        </p>
      ) : null}
      <Section title={w.yourAnswer} id="jawaban">
        <p>
          {answer === 'waiting' ? w.notYet : w.answers[answer]}
          {proxy ? `: ${proxy.name}` : ''}
        </p>
        {problem ? (
          <Notice kind="info">{w.why[problem]}</Notice>
        ) : (
          <Form
            action={action}
            hidden={{ rev: asText(answerValues.rev) }}
            values={answerValues}
            errors={of === 'answer' ? errors : {}}
            multipart
          >
            <RadioField
              name="answer"
              label={w.answer}
              options={choices.map(value => ({ value, label: w.giveAnswer[value as keyof typeof w.giveAnswer] }))}
            />
            <TextareaField name="reason" label={w.reason} hint={w.reasonHint} insist={false} rows={3} maxLength={2000} />
            <FileField name="letter" label={w.reasonFile} hint={w.reasonFileHint} optional />
            <p class="hint">{w.changeHint}</p>
            <Actions>
              <Button>{w.sendAnswer}</Button>
            </Actions>
          </Form>
        )}
      </Section>
      <OwnClass choices={classes} action={action} errors={of === 'class' ? errors : {}} />
      <Proxies
        {...proxies}
        action={action}
        open={problem === null}
        values={of === 'proxy' ? values : { rev: invitation.rev, scopes: ['attend'] }}
        errors={of === 'proxy' ? errors : {}}
      />
      {history.length ? (
        <Section title={w.answerHistory}>
          <Timeline
            label={w.answerHistory}
            items={history.toReversed().map(({ answer, how, at, reason }) => ({
              at,
              title: `${w.answers[answer]} (${w.hows[how]})`,
              children: reason ? <blockquote>{reason}</blockquote> : undefined,
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}

/** The meetings that invite somebody. */
export function OwnInvitations({ invitations }: { invitations: readonly OwnInvitation[] }) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <>
      <PageHead title={w.mine} lead={w.mineLead} />
      {invitations.length ? (
        <ThingList
          label={w.mine}
          things={invitations.map(({ id, meeting, answer, problem }) => ({
            href: `/undangan/${id}`,
            head: meeting.title,
            about: `${meeting.office} · ${timesText(locale, meeting)}`,
            aside: <Status tone={problem ? 'muted' : tones[answer]}>{w.answers[answer]}</Status>,
          }))}
        />
      ) : (
        <EmptyState title={w.mineEmpty}>{w.mineEmptyHint}</EmptyState>
      )}
    </>
  )
}

/** A link that leads nowhere, and what to do about it. */
export function VoidLink({ why }: { why: 'unknown' | 'replaced' | 'revoked' }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.linkVoid} />
      <p>{w.linkWhy[why]}</p>
      <p>{w.linkHelp}</p>
    </>
  )
}
