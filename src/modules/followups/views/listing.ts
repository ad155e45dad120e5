import { defineList, type ListQuery, optionsOf } from '../../../web/list/list.ts'
import { FollowUpListing } from '../schema.ts'
import { words } from '../words.ts'

export const followUpList = defineList({
  words,
  fields: FollowUpListing.shape,
  sorts: { tempo: 'due', dibuat: 'created', pemilik: 'owner' },
  sortLabels: w => ({ tempo: w.due, dibuat: w.created, pemilik: w.owner }),
  usual: () => 'due',
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.list.search, chip: (w, q) => w.list.found({ words: q }) },
    { parameter: 'status', field: 'state', control: 'choice', label: w => w.state, options: w => optionsOf(w.states) },
    {
      parameter: 'satker',
      field: 'office',
      control: 'combo',
      label: w => w.office,
      source: '/satuan-kerja/pilihan',
      chip: (w, office) => w.list.withOffice({ name: office }),
    },
    { parameter: 'pemilik', field: 'owner', control: 'combo', label: w => w.owner, source: '/api/v1/follow-ups/owner-choices' },
    { parameter: 'mitra', field: 'partner', control: 'combo', label: w => w.partner, source: '/api/v1/partners/choices' },
    { parameter: 'siklus', field: 'cycle', control: 'combo', label: w => w.cycle, source: '/api/v1/follow-ups/cycle-choices' },
    { parameter: 'terlambat', field: 'overdue', control: 'tick', label: w => w.list.onlyOverdue, chip: w => w.overdue },
    { parameter: 'segera', field: 'soon', control: 'unseen', label: w => w.list.soon, chip: w => w.list.soon },
    { parameter: 'penting', field: 'important', control: 'tick', label: w => w.list.onlyImportant, chip: w => w.important },
    { parameter: 'perjanjian', field: 'agreement', control: 'thing', label: w => w.agreement },
    // The tabs.
    { parameter: 'saya', field: 'mine', control: 'unseen', label: w => w.list.mine },
    { parameter: 'periksa', field: 'toVerify', control: 'unseen', label: w => w.list.toVerify },
    { parameter: 'semua', control: 'unseen', label: w => w.list.all },
  ],
})

/** What is listed when nothing is said of it: what is not finished. */
export const filterOf = ({ asks, values }: ListQuery): Readonly<Record<string, unknown>> =>
  values.semua || values.status ? asks : { ...asks, active: true }
