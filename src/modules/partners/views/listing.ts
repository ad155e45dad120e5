import { defineList, optionsOf } from '../../../web/list/list.ts'
import { PartnerFilter } from '../schema.ts'
import { words } from '../words.ts'

export const partnerList = defineList({
  words,
  fields: PartnerFilter.shape,
  sorts: { nama: 'name' },
  sortLabels: w => ({ nama: w.name }),
  usual: () => 'name',
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.search, chip: (w, q) => w.searched({ words: q }) },
    { parameter: 'jenis', field: 'class', control: 'choice', label: w => w.class, options: w => optionsOf(w.classes) },
  ],
})
