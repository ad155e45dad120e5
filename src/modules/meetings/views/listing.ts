import { defineList, optionsOf } from '../../../web/list/list.ts'
import { MeetingListing } from '../schema/meetings.ts'
import { words } from '../words/words.ts'

export const meetingList = defineList({
  words,
  fields: MeetingListing.shape,
  sorts: { mulai: 'starts' },
  sortLabels: w => ({ mulai: w.startsAt }),
  usual: asks => (asks.when === 'ahead' ? 'starts' : '-starts'),
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.search, chip: (w, q) => w.found({ words: q }) },
    { parameter: 'saya', field: 'mine', control: 'tick', label: w => w.mine },
    { parameter: 'waktu', field: 'when', control: 'choice', label: w => w.when, options: w => optionsOf(w.whens) },
    { parameter: 'status', field: 'state', control: 'choice', label: w => w.status, options: w => optionsOf(w.states) },
    { parameter: 'jenis', field: 'kind', control: 'thing', label: w => w.kind },
    { parameter: 'cara', field: 'mode', control: 'choice', label: w => w.mode, options: w => optionsOf(w.modes) },
    {
      parameter: 'satker',
      field: 'office',
      control: 'combo',
      label: w => w.office,
      source: '/satuan-kerja/pilihan',
      chip: (w, office) => w.withOffice({ name: office }),
    },
  ],
})
