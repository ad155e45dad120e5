import { Cursor, Most } from '../../../platform/database/keyset.ts'
import { line } from '../../../platform/values/shapes.ts'
import { FilterBar } from '../../../web/list/filter-bar.tsx'
import { defineList, type ListQuery } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { Unknown } from '../../../web/list/unknown.tsx'
import { Badge } from '../../../web/ui/badge.tsx'
import { Button, ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { type Thing, ThingList } from '../../../web/ui/thing-list.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Notice, NoticeGroup } from '../schema.ts'
import { noticeWords } from '../words.ts'

type Props = { notices: Notice[]; unread: number; next: string | null; previous: string | null; asked: ListQuery }
type Words = (typeof noticeWords)['id']
type ByKindProps = { groups: NoticeGroup[]; unread: number; asked: ListQuery }

/** What is unread, with `jenis` of one kind alone, or with `tampil=semua` everything. */
export const inboxList = defineList({
  words: noticeWords,
  fields: { kind: line(60), after: Cursor, before: Cursor, most: Most },
  filters: [
    {
      parameter: 'tampil',
      control: 'unseen',
      label: w => w.tabs,
      read: value => (value === 'semua' ? { value, asks: { unread: false } } : undefined),
    },
    { parameter: 'jenis', field: 'kind', control: 'unseen', label: w => w.about, chip: (_, kind) => kind },
  ],
})

/** What is unread, by kind, the latest first: a few of a kind each in a line of its own, many as one line that leads to them. */
export function InboxByKind({ groups, unread, asked }: ByKindProps) {
  const w = useWords(noticeWords)
  return (
    <>
      <Head unread={unread} asked={asked} />
      <Unknown list={inboxList} asked={asked} />
      {groups.length ? (
        <ThingList
          label={w.unread}
          things={groups.flatMap(group => (group.unread > group.notices.length ? [foldedLine(w, group)] : group.notices.map(lineOf)))}
        />
      ) : (
        <EmptyState title={w.nothingNew}>{w.nothingNewText}</EmptyState>
      )}
    </>
  )
}

const lineOf = (notice: Notice): Thing => ({
  head: notice.text,
  about: notice.about === notice.text ? undefined : notice.about,
  aside: <When at={notice.createdAt} short />,
  action: <Open notice={notice} />,
})

const foldedLine = (w: Words, { kind, about, unread: count, notices }: NoticeGroup): Thing => ({
  href: `/kotak-masuk?jenis=${kind}`,
  count,
  head: w.many({ about, count }),
  about: w.newest({ text: notices[0]!.text }),
  aside: <When at={notices[0]!.createdAt} short />,
  action: <ReadAll label={w.readThese({ count })} kind={kind} />,
})

function Head({ unread, asked }: { unread: number; asked: ListQuery }) {
  const w = useWords(noticeWords)
  const { tampil, jenis } = asked.values
  const tabs = [
    { href: '/kotak-masuk', label: w.unread, count: jenis ? undefined : unread, current: !tampil },
    { href: '/kotak-masuk?tampil=semua', label: w.all, current: Boolean(tampil) },
  ]
  return (
    <>
      <PageHead title={w.inbox} lead={tampil ? w.lead : <span data-total={unread}>{w.lead}</span>}>
        {unread ? <ReadAll label={jenis ? w.readThese({ count: unread }) : w.readAll} kind={jenis} /> : null}
        <ButtonLink href="/akun/pemberitahuan" kind="quiet">
          {w.preferences}
        </ButtonLink>
      </PageHead>
      <Tabs label={w.tabs} tabs={tabs} />
    </>
  )
}

const ReadAll = ({ label, kind }: { label: string; kind?: string | undefined }) => (
  <Form action="/kotak-masuk/dibaca">
    {kind ? <input type="hidden" name="kind" value={kind} /> : null}
    <Button kind="secondary">{label}</Button>
  </Form>
)

export function Inbox({ notices, unread, next, previous, asked }: Props) {
  const w = useWords(noticeWords)
  const onlyUnread = !asked.values.tampil
  return (
    <>
      <Head unread={unread} asked={asked} />
      <FilterBar list={inboxList} asked={asked} names={{ jenis: notices[0]?.about }} />
      <Table
        caption={w.inbox}
        quiet
        rows={notices}
        columns={[
          { key: 'text', label: w.notice, kind: 'main', value: notice => <Line notice={notice} /> },
          ...(asked.values.jenis ? [] : [{ key: 'about', label: w.about, value: ({ about }: Notice) => about }]),
          { key: 'when', label: w.when, kind: 'date', value: ({ createdAt }) => <When at={createdAt} short /> },
          { key: 'act', label: w.act, kind: 'actions', value: notice => <Open notice={notice} /> },
        ]}
        empty={
          onlyUnread ? (
            <EmptyState title={w.nothingNew}>{w.nothingNewText}</EmptyState>
          ) : (
            <EmptyState title={w.none}>{w.noneText}</EmptyState>
          )
        }
      />
      <Pager url={asked.url} previous={previous} next={next} />
    </>
  )
}

function Line({ notice: { text, readAt } }: { notice: Notice }) {
  const w = useWords(noticeWords)
  return (
    <>
      {text} {readAt ? null : <Badge>{w.isNew}</Badge>}
    </>
  )
}

/** What is read is opened by a link; what is not becomes read by being opened. */
function Open({ notice: { id, text, path, readAt } }: { notice: Notice }) {
  const w = useWords(noticeWords)
  const label = `${path ? w.open : w.read}: ${text}`
  if (!readAt)
    return (
      <Form action={`/kotak-masuk/${id}/dibaca`}>
        <Button kind="secondary" aria-label={label}>
          {path ? w.open : w.read}
        </Button>
      </Form>
    )
  return path ? (
    <ButtonLink kind="quiet" href={path} aria-label={label}>
      {w.open}
    </ButtonLink>
  ) : null
}
