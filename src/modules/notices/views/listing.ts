import { z } from 'zod'
import { Cursor, Most } from '../../../platform/database/keyset.ts'
import { defineList } from '../../../web/list/list.ts'
import { noticeWords } from '../words.ts'

export type NamedKind = { kind: string; name: string }

/** What is unread, with `jenis` of one of the kinds that there are, or with `tampil=semua` everything. */
export const inboxList = (kinds: readonly NamedKind[]) =>
  defineList({
    words: noticeWords,
    fields: { kind: z.enum(kinds.map(({ kind }) => kind) as [string]), after: Cursor, before: Cursor, most: Most },
    filters: [
      {
        parameter: 'tampil',
        control: 'unseen',
        label: w => w.tabs,
        read: value => (value === 'semua' ? { value, asks: { unread: false } } : undefined),
      },
      {
        parameter: 'jenis',
        field: 'kind',
        control: 'unseen',
        label: w => w.about,
        options: () => kinds.map(({ kind, name }) => ({ value: kind, label: name })),
        chip: (_, name) => name,
      },
    ],
  })
