import { defineList, optionsOf } from '../../../web/list/list.ts'
import { ClashListing } from '../schema/clashes.ts'
import { clashWords } from '../words/clashes.ts'

export const clashList = defineList({
  words: clashWords,
  fields: ClashListing.shape,
  filters: [
    { parameter: 'status', field: 'state', control: 'unseen', label: w => w.state, chip: null },
    { parameter: 'bobot', field: 'severity', control: 'choice', label: w => w.severity, options: w => optionsOf(w.severities) },
    {
      parameter: 'satker',
      field: 'office',
      control: 'combo',
      label: w => w.office,
      source: '/satuan-kerja/pilihan',
      chip: (w, office) => w.withOffice({ name: office }),
    },
    {
      parameter: 'orang',
      field: 'person',
      control: 'combo',
      label: w => w.person,
      source: '/orang/pilihan',
      chip: (w, person) => w.withPerson({ name: person }),
    },
    { parameter: 'sejak', field: 'from', control: 'day', label: w => w.since },
    { parameter: 'sampai', field: 'until', control: 'day', label: w => w.untilDay },
  ],
})
