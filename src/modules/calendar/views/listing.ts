import { z } from 'zod'
import { defineList } from '../../../web/list/list.ts'
import { type Calendar, CalendarQuestion } from '../schema.ts'
import { words } from '../words/words.ts'

/** The calendar as a list, with the kinds that there are. */
export const calendarList = (kinds: Calendar['kinds']) =>
  defineList({
    words,
    fields: { ...CalendarQuestion.shape, kind: z.enum(kinds.map(({ kind }) => kind) as [string]) },
    filters: [
      {
        parameter: 'jenis',
        field: 'kind',
        control: 'choice',
        label: w => w.kind,
        options: () => kinds.map(({ kind, name }) => ({ value: kind, label: name })),
      },
      { parameter: 'saya', field: 'mine', control: 'tick', label: w => w.mine, chip: w => w.mineChip },
      { parameter: 'selesai', field: 'ended', control: 'tick', label: w => w.ended, chip: w => w.endedChip },
      { parameter: 'bulan', field: 'month', control: 'unseen', label: w => w.months, chip: null },
      { parameter: 'hari', field: 'days', control: 'unseen', label: w => w.months, chip: null },
      { parameter: 'minggu', field: 'week', control: 'unseen', label: w => w.looks.week, chip: null },
      { parameter: 'tampil', control: 'unseen', label: w => w.look, chip: null },
    ],
  })
