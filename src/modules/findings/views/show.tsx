import type { ComponentChildren } from 'preact'
import { textIn } from '../../../platform/i18n/words.ts'
import { firstLine } from '../../../platform/values/cut.ts'
import { Badge } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { MoreActs } from '../../../web/ui/more-acts.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { FollowUpTable } from '../../followups/views/table.tsx'
import type { Thing } from '../../things/schema.ts'
import { Linked } from '../../things/views.tsx'
import { signatureOf } from '../rules.ts'
import type { FindingDetail } from '../schema.ts'
import { words } from '../words.ts'
import { FindingStatusBadge } from './status.tsx'

/** `things` are those that it belongs to and one may read, `beside` what else was written in the same form. */
type Props = { finding: FindingDetail; things: readonly Thing[]; beside: ComponentChildren; values?: Values; errors?: Errors }

export function FindingPage({ finding, things, beside, values, errors }: Props) {
  const w = useWords(words)
  const address = `/temuan/${finding.id}`
  const elsewhere = finding.followUps - finding.linked.filter(({ state }) => state !== 'cancelled').length
  return (
    <>
      <PageHead
        title={firstLine(finding.text, mostTitle)}
        status={
          <>
            {finding.number} <Badge>{w.kinds[finding.kind]}</Badge> <FindingStatusBadge {...finding} explained />{' '}
            {finding.category ? <Badge>{w.categories[finding.category]}</Badge> : null}
          </>
        }
      >
        {finding.mayPlan ? (
          <ButtonLink href={`${address}/tindak-lanjut`} kind={finding.status === 'open' ? 'primary' : 'secondary'}>
            {w.plan}
          </ButtonLink>
        ) : null}
        <MoreActs folded>
          {finding.mayWrite && (finding.status === 'open' || finding.status === 'noted') ? (
            <ButtonLink href={`${address}/pengesampingan`} kind="quiet">
              {w.dismiss}
            </ButtonLink>
          ) : null}
        </MoreActs>
      </PageHead>
      <FindingText finding={finding} things={things} titled />
      {finding.dismissal ? <Dismissed finding={finding} /> : null}
      <Section title={w.followUps}>
        {elsewhere > 0 ? <p>{w.elsewhere({ count: elsewhere })}</p> : null}
        {finding.linked.length || elsewhere <= 0 ? (
          <FollowUpTable
            caption={w.followUps}
            followUps={finding.linked}
            without={finding.agreement || finding.partner ? 'agreement' : undefined}
            empty={<EmptyState title={w.noFollowUp} />}
          />
        ) : null}
        {finding.mayWrite ? finding.linked.map(({ id, number }) => <Unlink address={address} followUp={id} number={number} />) : null}
        {finding.mayWrite && !finding.dismissal ? <Link address={address} values={values} errors={errors} /> : null}
      </Section>
      {beside}
    </>
  )
}

/** Letters of a sentence that is the title of its page. */
const mostTitle = 120

type TextProps = {
  finding: FindingDetail
  things?: readonly Thing[]
  short?: boolean /** A sentence that is short enough stands above. */
  titled?: boolean
}

/** What was written and where it comes from: on its page and above its forms. */
export function FindingText({ finding, things = [], short, titled }: TextProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <>
      {titled && firstLine(finding.text, mostTitle) === finding.text ? null : (
        <blockquote>{short ? firstLine(finding.text, 400) : finding.text}</blockquote>
      )}
      <Definitions
        items={[
          { term: w.question, value: finding.question && textIn(finding.question, locale) },
          {
            term: w.agreement,
            value: finding.agreement ? <a href={`/perjanjian/${finding.agreement.id}`}>{finding.agreement.title}</a> : null,
          },
          {
            term: w.partner,
            value: finding.partners.length
              ? finding.partners.map(({ id, name }) => (
                  <div>
                    <Linked things={things} id={id}>
                      {name}
                    </Linked>
                  </div>
                ))
              : null,
          },
          { term: w.side, value: finding.side ? w.sides[finding.side] : null },
          {
            term: w.office,
            value: (
              <Linked things={things} id={finding.office.id}>
                {finding.office.name}
              </Linked>
            ),
          },
          { term: w.source, value: <Source finding={finding} /> },
          { term: w.author, value: finding.author ? signatureOf(finding.author) : isHeard(finding) ? null : w.bySystem },
          { term: w.created, value: <When at={finding.createdAt} /> },
        ]}
      />
    </>
  )
}

/** Several said it, in a meeting: the page names them below. */
const isHeard = ({ source }: FindingDetail): boolean => source !== null && source.kind !== 'assignment'

function Source({ finding: { source, sourcePage } }: { finding: FindingDetail }) {
  const w = useWords(words)
  if (source === null) return w.byHand
  return sourcePage?.path ? <a href={sourcePage.path}>{sourcePage.name}</a> : (sourcePage?.name ?? w.sourceHidden)
}

function Dismissed({ finding: { id, dismissal, mayWrite } }: { finding: FindingDetail }) {
  const w = useWords(words)
  if (!dismissal) return null
  return (
    <Section title={w.dismissedBy({ by: dismissal.by ?? w.bySystem })}>
      <p class="hint">
        <When at={dismissal.at} />
      </p>
      <blockquote>{dismissal.reason}</blockquote>
      {mayWrite ? (
        <Form action={`/temuan/${id}/pemulihan`}>
          <Actions>
            <Button kind="secondary">{w.restore}</Button>
          </Actions>
        </Form>
      ) : null}
    </Section>
  )
}

function Link({ address, values, errors }: { address: string; values: Values | undefined; errors: Errors | undefined }) {
  const w = useWords(words)
  return (
    <details open={errors !== undefined}>
      <summary>{w.linkLegend}</summary>
      <Form action={`${address}/kaitan`} values={values} errors={errors}>
        <TextField name="followUp" label={w.linkNumber} hint={w.linkHint} size="medium" maxLength={50} />
        <Actions>
          <Button kind="secondary">{w.link}</Button>
        </Actions>
      </Form>
    </details>
  )
}

function Unlink({ address, followUp, number }: { address: string; followUp: string; number: string }) {
  const w = useWords(words)
  return (
    <Form action={`${address}/kaitan/${followUp}`}>
      <Actions>
        <Button kind="quiet">{`${w.unlink} ${number}`}</Button>
      </Actions>
    </Form>
  )
}
