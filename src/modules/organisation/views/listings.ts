import { roleNames, roles } from '../../../platform/authority/roles.ts'
import { flag } from '../../../platform/values/shapes.ts'
import { defineList } from '../../../web/list/list.ts'
import { OfficeFilter, PersonFilter, personStates } from '../schema.ts'
import { words } from '../words.ts'

/** Found by words or below one office: else the offices stand as a tree, of which `buka` opens a branch. */
export const officeList = defineList({
  words,
  fields: OfficeFilter.shape,
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.officeSearch, chip: (_w, q) => `“${q}”` },
    { parameter: 'tutup', field: 'closed', control: 'tick', label: w => w.showClosed },
    { parameter: 'induk', field: 'parent', control: 'unseen', label: w => w.allHere },
    { parameter: 'buka', control: 'unseen', label: w => w.tree },
  ],
})

export const personList = defineList({
  words,
  fields: PersonFilter.shape,
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.personSearch, chip: (_w, q) => `“${q}”` },
    {
      parameter: 'kantor',
      field: 'office',
      control: 'combo',
      label: w => w.office,
      hint: w => w.officeHint,
      source: '/satuan-kerja/pilihan',
      chip: (_w, office) => office,
      with: ['bawahan'],
    },
    { parameter: 'bawahan', field: 'below', control: 'tick', label: w => w.belowToo },
    {
      parameter: 'peran',
      field: 'role',
      control: 'choice',
      label: w => w.role,
      options: (_w, { locale }) => roleNames.map(value => ({ value, label: roles[value].name[locale] })),
    },
    {
      parameter: 'status',
      field: 'state',
      control: 'choice',
      label: w => w.state,
      options: w => personStates.flatMap(value => (value === 'left' ? [] : { value, label: w.states[value] })),
    },
    { parameter: 'berhenti', field: 'left', control: 'tick', label: w => w.leftToo },
  ],
})

export const positionList = defineList({
  words,
  fields: { ended: flag },
  filters: [{ parameter: 'berakhir', field: 'ended', control: 'tick', label: w => w.ended }],
})
