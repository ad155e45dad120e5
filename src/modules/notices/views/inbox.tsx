import { mostFolded } from '../../../platform/notices/lines.ts'
import { FilterBar } from '../../../web/list/filter-bar.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
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
import { inboxList, type NamedKind } from './listing.ts'

/** `newest`: when the latest that is unread was told, so that only what was there is marked as read. */
type Common = { unread: number; newest: Notice['createdAt'] | null; asked: ListQuery; kinds: readonly NamedKind[] }
type Props = Common & { notices: Notice[]; next: string | null; previous: string | null }
type ByKindProps = Common & { groups: NoticeGroup[] }

/** What is unread, by kind, the latest first: a few of a kind each in a line of its own, many as one line that leads to them. */
export function InboxByKind({ groups, unread, newest, asked, kinds }: ByKindProps) {
  const w = useWords(noticeWords)
  const isCut = unread >= mostFolded
  return (
    <>
      <Head unread={unread} newest={newest} asked={asked} />
      <Unknown list={inboxList(kinds)} asked={asked} />
      {groups.length ? (
        <ThingList
          label={w.unread}
          things={groups.flatMap(group =>
            group.unread > group.notices.length
              ? [foldedLine(w, group, { isCut, isKnown: kinds.some(({ kind }) => kind === group.kind) })]
              : group.notices.map(lineOf),
          )}
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

type Words = (typeof noticeWords)['id']
type Folded = { isCut: boolean; isKnown: boolean }

/** Many of a kind. Where older ones of it may wait too, no number is said; of a kind that there no longer is there is no list. */
const foldedLine = (w: Words, { kind, about, unread: count, notices }: NoticeGroup, { isCut, isKnown }: Folded): Thing => ({
  ...(isKnown && { href: `/kotak-masuk?jenis=${kind}` }),
  ...(!isCut && { count }),
  head: isCut ? w.manyMore({ about }) : w.many({ about, count }),
  about: w.newest({ text: notices[0]!.text }),
  aside: <When at={notices[0]!.createdAt} short />,
  action: <ReadAll label={isCut ? w.readKind : w.readThese({ count })} kind={kind} until={notices[0]!.createdAt} />,
})

function Head({ unread, newest, asked }: Omit<Common, 'kinds'>) {
  const w = useWords(noticeWords)
  const { tampil, jenis } = asked.values
  const tabs = [
    { href: '/kotak-masuk', label: w.unread, current: !tampil },
    { href: '/kotak-masuk?tampil=semua', label: w.all, current: Boolean(tampil) },
  ]
  return (
    <>
      <PageHead title={w.inbox} lead={jenis && !tampil ? <span data-total={unread}>{w.lead}</span> : w.lead}>
        {newest ? <ReadAll label={jenis ? w.readThese({ count: unread }) : w.readAll} kind={jenis} until={newest} /> : null}
        <ButtonLink href="/akun/pemberitahuan" kind="quiet">
          {w.preferences}
        </ButtonLink>
      </PageHead>
      <Tabs label={w.tabs} tabs={tabs} />
    </>
  )
}

/** Marks as read what was there when the page was read, and nothing that came since. */
const ReadAll = ({ label, kind, until }: { label: string; kind?: string | undefined; until: Notice['createdAt'] }) => (
  <Form action="/kotak-masuk/dibaca">
    {kind ? <input type="hidden" name="kind" value={kind} /> : null}
    <input type="hidden" name="until" value={new Date(until).toISOString()} />
    <Button kind="secondary">{label}</Button>
  </Form>
)

export function Inbox({ notices, unread, newest, next, previous, asked, kinds }: Props) {
  const w = useWords(noticeWords)
  return (
    <>
      <Head unread={unread} newest={newest} asked={asked} />
      <FilterBar list={inboxList(kinds)} asked={asked} />
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
        empty={<Nothing {...asked.values} kinds={kinds} />}
      />
      <Pager url={asked.url} previous={previous} next={next} />
    </>
  )
}

/** Of one kind nothing is said of the others. */
function Nothing({ tampil, jenis, kinds }: { tampil?: string; jenis?: string; kinds: readonly NamedKind[] }) {
  const w = useWords(noticeWords)
  const about = kinds.find(({ kind }) => kind === jenis)?.name
  if (about) return <EmptyState title={(tampil ? w.noneOfKind : w.nothingOfKind)({ about })}>{w.kindText}</EmptyState>
  return tampil ? <EmptyState title={w.none}>{w.noneText}</EmptyState> : <EmptyState title={w.nothingNew}>{w.nothingNewText}</EmptyState>
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
