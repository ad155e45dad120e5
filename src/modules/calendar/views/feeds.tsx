import { useScript } from '../../../web/needs.ts'
import { Status } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { RadioField } from '../../../web/ui/choice-field.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import { ofFields, Trouble } from '../../account/views/trouble.tsx'
import type { Feed } from '../schema.ts'
import { feedWords } from '../words/feeds.ts'

type FeedAbout = NonNullable<Feed['about']>

/** `/kalender/langganan`: the addresses by which one's calendars read what is due. */
type Props = { feeds: readonly Feed[]; about?: FeedAbout | null; values?: Values; errors?: Errors }

export function Feeds({ feeds, about, values, errors = {} }: Props) {
  const w = useWords(feedWords)
  const content = useContent()
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      <Trouble errors={errors} />
      <Section title={w.createTitle} id="buat">
        <p>{w.how}</p>
        {about ? <p>{content(about)}</p> : null}
        <Form
          action="/kalender/langganan"
          hidden={about ? { [about.kind]: about.id } : {}}
          values={values ?? { mine: 'ya' }}
          errors={ofFields(errors)}
        >
          <TextField name="name" label={w.name} hint={w.nameHint} maxLength={80} />
          {about ? null : (
            <RadioField
              name="mine"
              label={w.content}
              options={[
                { value: 'ya', label: w.mine },
                { value: 'tidak', label: w.everything },
              ]}
            />
          )}
          <Actions>
            <Button>{w.create}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={w.listTitle} id="daftar">
        <FeedTable feeds={feeds} />
      </Section>
    </>
  )
}

/** What a subscription that is about one thing holds. */
function useContent(): (about: FeedAbout) => string {
  const w = useWords(feedWords)
  return ({ kind, name }) => (kind === 'meeting' ? w.ofMeeting : w.ofOffice)({ name: name ?? w.unnamed })
}

/** On the page of a meeting or an office: the way to an address of its own. */
export function SubscribeTo({ kind, id }: { kind: 'meeting' | 'office'; id: string }) {
  const w = useWords(feedWords)
  const [parameter, lead] = kind === 'meeting' ? ['rapat', w.meetingLead] : ['satker', w.officeLead]
  return (
    <Section title={w.inCalendar} id="langganan" lead={lead}>
      <Actions>
        <ButtonLink href={`/kalender/langganan?${parameter}=${id}`}>{w.subscribeTo}</ButtonLink>
      </Actions>
    </Section>
  )
}

function FeedTable({ feeds }: { feeds: readonly Feed[] }) {
  const w = useWords(feedWords)
  const content = useContent()
  return (
    <Table
      caption={w.listTitle}
      quiet
      rows={feeds}
      empty={<EmptyState title={w.empty}>{w.emptyHint}</EmptyState>}
      columns={[
        { key: 'name', label: w.name, kind: 'main', value: feed => feed.name },
        { key: 'mine', label: w.content, value: feed => (feed.about ? content(feed.about) : feed.mine ? w.mine : w.everything) },
        { key: 'hint', label: w.hint, value: feed => <code>…{feed.hint}</code> },
        { key: 'read', label: w.read, kind: 'date', value: feed => (feed.readAt ? <When at={feed.readAt} short /> : w.never) },
        {
          key: 'status',
          label: w.status,
          kind: 'status',
          value: feed => <Status tone={feed.revokedAt ? 'muted' : 'good'}>{feed.revokedAt ? w.revoked : w.open}</Status>,
        },
        {
          key: 'actions',
          label: w.actions,
          kind: 'actions',
          value: feed =>
            feed.revokedAt ? null : (
              <Form action={`/kalender/langganan/${feed.id}/pencabutan`}>
                <Button kind="quiet" aria-label={w.revokeNamed({ name: feed.name })}>
                  {w.revoke}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

/** The one time that an address is shown. */
export function FeedMade({ address, name }: { address: string; name: string }) {
  const w = useWords(feedWords)
  useScript('keep-codes')
  return (
    <>
      <PageHead title={w.madeTitle} lead={w.madeLead} />
      <p>{w.madeLabel({ name })}</p>
      <p class="secret">
        <code>{address}</code>
      </p>
      <keep-codes data-codes={address} data-copied={w.copied} data-not-copied={w.notCopied} hidden>
        <Actions>
          <Button type="button" kind="secondary" name="copy">
            {w.copy}
          </Button>
        </Actions>
        <p role="status" />
      </keep-codes>
      <p>{w.how}</p>
      <Actions>
        <ButtonLink kind="secondary" href={address.replace(/^https?:/, 'webcal:')}>
          {w.openHere}
        </ButtonLink>
        <ButtonLink kind="primary" href="/kalender/langganan">
          {w.done}
        </ButtonLink>
      </Actions>
    </>
  )
}
