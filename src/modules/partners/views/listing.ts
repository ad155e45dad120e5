import { defineList, optionsOf } from '../../../web/list/list.ts'
import { PartnerFilter } from '../schema.ts'
import { words } from '../words.ts'

export const partnerList = defineList({
  words,
  fields: PartnerFilter.shape,
  sorts: { nama: 'name', perjanjian: 'agreements', temuan: 'findings', skor: 'score' },
  sortLabels: w => ({ nama: w.name, perjanjian: w.agreementsInForce, temuan: w.openFindings, skor: w.lastScore }),
  usual: () => 'name',
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.search, chip: (w, q) => w.searched({ words: q }) },
    { parameter: 'jenis', field: 'class', control: 'choice', label: w => w.class, options: w => optionsOf(w.classes) },
    { parameter: 'temuan', field: 'withFindings', control: 'tick', label: w => w.withFindings },
    { parameter: 'tanpa-narahubung', field: 'withoutContact', control: 'tick', label: w => w.withoutContact },
  ],
})

/** What those may not ask for who may not read what is counted. */
export const uncountedOf = (keys: readonly (string | null)[]): string[] =>
  Object.entries(partnerList.sorts ?? {}).flatMap(([parameter, sort]) => (sort === 'name' || keys.includes(sort) ? [] : [parameter]))
