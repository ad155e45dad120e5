import { defineList, optionsOf } from '../../../web/list/list.ts'
import { FindingListing } from '../schema.ts'
import { words } from '../words.ts'

export const findingList = defineList({
  words,
  fields: FindingListing.shape,
  sorts: { dibuat: 'created' },
  sortLabels: w => ({ dibuat: w.created }),
  usual: () => '-created',
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.search, chip: (w, q) => w.found({ words: q }) },
    { parameter: 'status', field: 'status', control: 'choice', label: w => w.status, options: w => optionsOf(w.statuses), usual: 'open' },
    { parameter: 'jenis', field: 'kind', control: 'choice', label: w => w.kind, options: w => optionsOf(w.kinds) },
    {
      parameter: 'kategori',
      field: 'category',
      control: 'choice',
      label: w => w.category,
      options: w => optionsOf({ ...w.categories, none: w.noCategory }),
    },
    { parameter: 'siklus', field: 'cycle', control: 'thing', label: w => w.cycle },
    { parameter: 'sumber', field: 'source', control: 'unseen', label: w => w.source, chip: w => w.source },
    { parameter: 'tindak-lanjut', field: 'followUp', control: 'unseen', label: w => w.followUp, chip: w => w.followUp },
    { parameter: 'mitra', field: 'partner', control: 'thing', label: w => w.partner },
    { parameter: 'perjanjian', field: 'agreement', control: 'thing', label: w => w.agreement },
    { parameter: 'kalimat', field: 'sentence', control: 'thing', label: w => w.sentence },
    // The tabs.
    { parameter: 'tampil', control: 'unseen', label: w => w.groups },
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
