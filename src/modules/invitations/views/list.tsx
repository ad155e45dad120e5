import { Exports } from '../../../web/list/exports.tsx'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { NothingFound } from '../../../web/list/nothing-found.tsx'
import { Pager } from '../../../web/list/pager.tsx'
import { Badge, Status, type Tone } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { MoreActs } from '../../../web/ui/more-acts.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Answer, Counts, InvitationsView, Invitee } from '../schema/invitations.ts'
import { words } from '../words/words.ts'
import { addressOf } from './address.ts'
import { inviteeList } from './listing.ts'
import { usePositionWords, useRuleWords } from './saying.ts'
import { Letters } from './send.tsx'

const tones: Record<Answer, Tone> = { waiting: 'neutral', onsite: 'good', online: 'good', declined: 'danger', proxy: 'info' }

type Props = {
  view: InvitationsView
  asked: ListQuery
  invitees: readonly Invitee[]
  total: number
  province: { id: string; name: string } | null
  next: string | null
  previous: string | null
}

/** Who is invited by which rules, how many answered what, and everybody by office. */
export function InviteeList({ view, asked, invitees, total, province, next, previous }: Props) {
  const w = useWords(words)
  const { meeting, mayWrite, rules, counts } = view
  const address = addressOf(meeting.id)
  const turning = { url: asked.url, previous, next, total }
  return (
    <>
      <PageHead title={w.invitations} lead={rules.length || mayWrite ? w.lead : w.leadOther}>
        {mayWrite && counts.sent < counts.invited ? (
          <ButtonLink href={`${address}/kirim`} kind="primary">
            {w.send}
          </ButtonLink>
        ) : null}
        {mayWrite ? (
          <MoreActs>
            <ButtonLink href={`${address}/tambah`} kind={counts.invited ? 'quiet' : 'primary'}>
              {w.add}
            </ButtonLink>
            {counts.sent && counts.waiting ? (
              <ButtonLink href={`${address}/pengingat`} kind="quiet">
                {w.remind}
              </ButtonLink>
            ) : null}
          </MoreActs>
        ) : null}
      </PageHead>
      {view.run ? <Letters run={view.run} /> : null}
      {counts.invited ? <Answers address={address} counts={counts} /> : null}
      {rules.length || mayWrite ? <Rules view={view} /> : null}
      <FilterBar list={inviteeList} asked={asked} names={{ wilayah: province?.name }} />
      <Found
        turning={turning}
        exports={
          <Exports path={`/api/v1/meetings/${meeting.id}/invitees/export`} formats={['csv', 'xlsx']} asks={asked.asks} total={total} />
        }
      >
        <Total value={total}>{w.ofInvitees({ count: total })}</Total>
      </Found>
      <InviteeTable asked={asked} invitees={invitees} mayWrite={mayWrite} />
      <Pager {...turning} sizes />
    </>
  )
}

/** How many answered what, each leading to those. */
function Answers({ address, counts }: { address: string; counts: Counts }) {
  const w = useWords(words)
  return (
    <Stats low>
      {(['onsite', 'online', 'proxy', 'declined', 'waiting'] as const).map(answer => (
        <Stat
          label={w.answers[answer]}
          value={counts[answer]}
          of={counts.invited}
          unit={w.ofInvitees}
          href={`${address}?jawaban=${answer}`}
        />
      ))}
    </Stats>
  )
}

/** The rules, each with how many it came to and the button that takes it away. */
function Rules({ view: { meeting, rules, mayWrite } }: { view: InvitationsView }) {
  const w = useWords(words)
  const say = useRuleWords()
  const address = addressOf(meeting.id)
  return (
    <Section title={w.rules} id="aturan" count={rules.length}>
      {rules.length ? (
        <ul class="things">
          {rules.map(rule => (
            <li>
              <p>
                <b>{say(rule)}</b>
                <small>
                  {w.ofRule({ count: rule.invitees })} · {w.involvements[rule.involvement]} · {w.modes[rule.mode]}
                </small>
              </p>
              {mayWrite ? (
                <Form action={`${address}/aturan/${rule.id}/hapus`}>
                  <Button kind="quiet" aria-label={w.removeRule({ what: say(rule) })}>
                    {w.remove}
                  </Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={w.noRules}>{w.noRulesHint}</EmptyState>
      )}
      {mayWrite && rules.length ? (
        <Form action={`${address}/pembaruan`}>
          <Actions>
            <Button kind="quiet">{w.resolve}</Button>
          </Actions>
        </Form>
      ) : null}
    </Section>
  )
}

function InviteeTable({ asked, invitees, mayWrite }: { asked: ListQuery; invitees: readonly Invitee[]; mayWrite: boolean }) {
  const w = useWords(words)
  const position = usePositionWords()
  const columns: Column<Invitee>[] = [
    {
      key: 'nama',
      label: w.name,
      kind: 'main',
      value: row => (
        <>
          {row.name}
          <small class="one-line">{position(row)}</small>
        </>
      ),
    },
    { key: 'satker', label: w.office, value: row => row.office?.name ?? row.partner?.name ?? row.institution ?? '–' },
    { key: 'kehadiran', label: w.involvement, value: row => w.involvements[row.involvement] },
    {
      key: 'status',
      label: w.status,
      kind: 'status',
      value: row => (
        <>
          <Status tone={row.state === 'sent' ? 'info' : 'muted'}>{w.states[row.state]}</Status>
          {row.gone ? (
            <>
              {' '}
              <Badge>{w.gone}</Badge>
            </>
          ) : null}
        </>
      ),
    },
    {
      key: 'jawaban',
      label: w.answer,
      value: row => (
        <>
          <Status tone={tones[row.answer]}>{w.answers[row.answer]}</Status>
          {row.proxy ? <small>{w.by({ name: row.proxy })}</small> : null}
          {row.reason ? (
            <small class="one-line" title={row.reason}>
              {row.reason}
            </small>
          ) : null}
        </>
      ),
    },
  ]
  return (
    <Table
      caption={w.invitations}
      quiet
      columns={columns}
      rows={invitees}
      url={asked.url}
      empty={<Empty asked={asked} mayWrite={mayWrite} />}
    />
  )
}

function Empty({ asked, mayWrite }: { asked: ListQuery; mayWrite: boolean }) {
  const w = useWords(words)
  if (isFiltered(inviteeList, asked))
    return (
      <NothingFound list={inviteeList} asked={asked} title={w.emptyFound}>
        {w.emptyFoundHint}
      </NothingFound>
    )
  return <EmptyState title={w.empty}>{mayWrite ? w.emptyHint : w.emptyHintReading}</EmptyState>
}
