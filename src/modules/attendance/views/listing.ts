import { defineList, optionsOf } from '../../../web/list/list.ts'
import { AttendanceListing } from '../schema/attendance.ts'
import { words } from '../words/words.ts'

export const attendanceList = defineList({
  words,
  fields: AttendanceListing.shape,
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.search, chip: (w, q) => w.found({ words: q }) },
    { parameter: 'sesi', field: 'session', control: 'unseen', label: w => w.session },
    { parameter: 'status', field: 'status', control: 'choice', label: w => w.status, options: w => optionsOf(w.statuses) },
    {
      parameter: 'wilayah',
      field: 'province',
      control: 'combo',
      label: w => w.province,
      source: '/satuan-kerja/pilihan',
      chip: (w, name) => w.inProvince({ name }),
    },
    { parameter: 'terlambat', field: 'late', control: 'tick', label: w => w.late },
    { parameter: 'belum', field: 'missing', control: 'tick', label: w => w.missingOnly },
    { parameter: 'dua-meja', field: 'twice', control: 'tick', label: w => w.twice },
  ],
})
