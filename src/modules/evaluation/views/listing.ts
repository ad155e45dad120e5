import { defineList } from '../../../web/list/list.ts'
import { sides } from '../../questionnaires/schema.ts'
import { AssignmentFilter, AssignmentListing } from '../schema.ts'
import { evaluationWords } from '../words.ts'

export const assignmentList = defineList({
  words: evaluationWords,
  fields: AssignmentListing.shape,
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.search, chip: (_w, q) => `“${q}”` },
    {
      parameter: 'keadaan',
      field: 'state',
      control: 'choice',
      label: w => w.columns.state,
      options: w => AssignmentFilter.options.map(value => ({ value, label: w.filters[value] })),
    },
    {
      parameter: 'pihak',
      field: 'side',
      control: 'choice',
      label: w => w.columns.side,
      options: w => sides.map(value => ({ value, label: w.sides[value] })),
    },
    { parameter: 'siklus', field: 'cycle', control: 'thing', label: w => w.cycle },
    { parameter: 'provinsi', field: 'province', control: 'thing', label: w => w.province },
    { parameter: 'satker', field: 'office', control: 'thing', label: w => w.columns.office },
    { parameter: 'perjanjian', field: 'agreement', control: 'thing', label: w => w.columns.agreement },
    { parameter: 'mitra', field: 'partner', control: 'thing', label: w => w.columns.partner },
    { parameter: 'saya', field: 'mine', control: 'tick', label: w => w.mine },
    { parameter: 'berjalan', field: 'running', control: 'tick', label: w => w.running },
  ],
})
