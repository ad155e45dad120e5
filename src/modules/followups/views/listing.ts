import { defineList, type ListQuery, optionsOf } from '../../../web/list/list.ts'
import { FollowUpListing } from '../schema.ts'
import { words } from '../words.ts'

export const followUpList = defineList({
  words,
  fields: FollowUpListing.shape,
  sorts: { tempo: 'due', dibuat: 'created' },
  sortLabels: w => ({ tempo: w.due }),
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
    { parameter: 'terlambat', field: 'overdue', control: 'tick', label: w => w.list.onlyOverdue, chip: w => w.overdue },
    { parameter: 'segera', field: 'soon', control: 'unseen', label: w => w.list.soon, chip: w => w.list.soon },
    { parameter: 'penting', field: 'important', control: 'tick', label: w => w.list.onlyImportant, chip: w => w.important },
    { parameter: 'siklus', field: 'cycle', control: 'thing', label: w => w.cycle },
    { parameter: 'perjanjian', field: 'agreement', control: 'thing', label: w => w.agreement },
    { parameter: 'mitra', field: 'partner', control: 'thing', label: w => w.partner },
    { parameter: 'pemilik', field: 'owner', control: 'thing', label: w => w.owner },
    // The tabs.
    { parameter: 'saya', field: 'mine', control: 'unseen', label: w => w.list.mine },
    { parameter: 'periksa', field: 'toVerify', control: 'unseen', label: w => w.list.toVerify },
    { parameter: 'semua', control: 'unseen', label: w => w.list.all },
  ],
})

/** What is listed when nothing is said of it: what is not finished. */
export const filterOf = ({ asks, values }: ListQuery): Readonly<Record<string, unknown>> =>
  values.semua || values.status ? asks : { ...asks, active: true }
