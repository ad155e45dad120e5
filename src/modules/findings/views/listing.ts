import { defineList, optionsOf } from '../../../web/list/list.ts'
import { FindingListing } from '../schema.ts'
import { words } from '../words.ts'

export const findingList = defineList({
  words,
  fields: FindingListing.shape,
  sorts: { dibuat: 'created', satker: 'office' },
  sortLabels: w => ({ dibuat: w.created, satker: w.office }),
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
    { parameter: 'sumber', field: 'source', control: 'unseen', label: w => w.source, chip: w => w.source },
    { parameter: 'tindak-lanjut', field: 'followUp', control: 'unseen', label: w => w.followUp, chip: w => w.followUp },
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
    { parameter: 'mitra', field: 'partner', control: 'combo', label: w => w.partner, source: '/api/v1/partners/choices' },
    { parameter: 'perjanjian', field: 'agreement', control: 'combo', label: w => w.agreement, source: '/api/v1/agreements/choices' },
    { parameter: 'siklus', field: 'cycle', control: 'combo', label: w => w.cycle, source: '/api/v1/findings/cycle-choices' },
  ],
})
