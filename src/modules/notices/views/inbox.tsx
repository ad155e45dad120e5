import { Cursor } from '../../../platform/database/keyset.ts'
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
import { When } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Notice } from '../schema.ts'
import { noticeWords } from '../words.ts'

type Props = { notices: Notice[]; unread: number; next: string | null; previous: string | null; asked: ListQuery }

/** What is unread, or with `tampil=semua` everything. */
export const inboxList = defineList({
  words: noticeWords,
  fields: { after: Cursor, before: Cursor },
  filters: [
    {
      parameter: 'tampil',
      control: 'unseen',
      label: w => w.tabs,
      read: value => (value === 'semua' ? { value, asks: { unread: false } } : undefined),
    },
  ],
})

export function Inbox({ notices, unread, next, previous, asked }: Props) {
  const w = useWords(noticeWords)
  const onlyUnread = !asked.values.tampil
  const tabs = [
    { href: '/kotak-masuk', label: w.unread, count: unread, current: onlyUnread },
    { href: '/kotak-masuk?tampil=semua', label: w.all, current: !onlyUnread },
  ]
  return (
    <>
      <PageHead title={w.inbox} lead={onlyUnread ? <span data-total={unread}>{w.lead}</span> : w.lead}>
        {unread ? (
          <Form action="/kotak-masuk/dibaca">
            <Button kind="secondary">{w.readAll}</Button>
          </Form>
        ) : null}
        <ButtonLink href="/akun/pemberitahuan" kind="quiet">
          {w.preferences}
        </ButtonLink>
      </PageHead>
      <Tabs label={w.tabs} tabs={tabs} />
      <Unknown list={inboxList} asked={asked} />
      <Table
        caption={w.inbox}
        quiet
        rows={notices}
        columns={[
          { key: 'text', label: w.notice, kind: 'main', value: notice => <Line notice={notice} /> },
          { key: 'about', label: w.about, value: ({ about }) => about },
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
