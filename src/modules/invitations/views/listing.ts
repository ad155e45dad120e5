import { defineList, optionsOf } from '../../../web/list/list.ts'
import { classesIn } from '../../partners/views/classes.ts'
import { InviteeListing } from '../schema/invitations.ts'
import { words } from '../words/words.ts'

export const inviteeList = defineList({
  words,
  fields: InviteeListing.shape,
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.search, chip: (w, q) => w.found({ words: q }) },
    { parameter: 'jawaban', field: 'answer', control: 'choice', label: w => w.answer, options: w => optionsOf(w.answers) },
    { parameter: 'status', field: 'state', control: 'choice', label: w => w.status, options: w => optionsOf(w.states) },
    { parameter: 'kehadiran', field: 'involvement', control: 'choice', label: w => w.involvement, options: w => optionsOf(w.involvements) },
    { parameter: 'tingkat', field: 'level', control: 'choice', label: w => w.level, options: w => optionsOf(w.levelNames) },
    {
      parameter: 'wilayah',
      field: 'province',
      control: 'combo',
      label: w => w.province,
      source: '/satuan-kerja/pilihan',
      chip: (w, name) => w.inProvince({ name }),
    },
    {
      parameter: 'mitra',
      field: 'class',
      control: 'choice',
      label: w => w.class,
      options: (_, { locale }) => optionsOf(classesIn(locale)),
    },
    { parameter: 'tanpa-surel', field: 'unreachable', control: 'tick', label: w => w.unreachable },
  ],
})
