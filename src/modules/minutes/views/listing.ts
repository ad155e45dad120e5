import { defineList, optionsOf } from '../../../web/list/list.ts'
import { DecisionListing } from '../schema/decisions.ts'
import { decisionWords } from '../words/decisions.ts'

export const decisionList = defineList({
  words: decisionWords,
  fields: DecisionListing.shape,
  sorts: { tempo: 'due', dibuat: 'created' },
  sortLabels: w => ({ tempo: w.dueOn, dibuat: w.number }),
  usual: () => '-created',
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.search, chip: (w, q) => w.found({ words: q }) },
    { parameter: 'status', field: 'status', control: 'choice', label: w => w.status, options: w => optionsOf(w.statuses) },
    { parameter: 'jenis', field: 'kind', control: 'choice', label: w => w.kind, options: w => optionsOf(w.kinds) },
    { parameter: 'hasil', field: 'result', control: 'choice', label: w => w.result, options: w => optionsOf(w.results) },
    {
      parameter: 'satker',
      field: 'office',
      control: 'combo',
      label: w => w.addressee,
      source: '/satuan-kerja/pilihan',
      chip: (w, office) => w.withOffice({ name: office }),
    },
    { parameter: 'terbuka', field: 'open', control: 'tick', label: w => w.onlyOpen },
    { parameter: 'terlambat', field: 'overdue', control: 'tick', label: w => w.overdue },
    { parameter: 'rapat', field: 'meeting', control: 'thing', label: w => w.meeting, chip: (w, name) => w.inMeeting({ name }) },
    { parameter: 'notula', field: 'minutes', control: 'unseen', label: w => w.minutes, chip: w => w.minutes },
    { parameter: 'tindak-lanjut', field: 'followUp', control: 'unseen', label: w => w.followUp, chip: w => w.followUp },
  ],
})
