import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define, texts } from '../../../platform/i18n/words.ts'
import { bulkStates } from '../schema.ts'
import { words } from '../words.ts'

const titles = texts('bulk.titles', { bulkActs: { id: 'Perubahan massal', en: 'Bulk changes' } })

const meanings = define('bulk.statuses', {
  id: {
    planned: {
      means: 'Sinergi sudah mencobanya tanpa mengubah apa pun, dan menunjukkan hasilnya.',
      next: 'Yang meminta menyetujuinya, atau membiarkannya.',
    },
    done: { means: 'Perubahan sudah dilakukan.', next: 'Bila memungkinkan, yang memintanya dapat mengembalikannya dalam satu hari.' },
    undone: { means: 'Perubahan sudah dikembalikan.', next: 'Tidak ada lagi.' },
  },
  en: {
    planned: {
      means: 'Sinergi has done a trial run and shows what would change. Nothing has been changed.',
      next: 'The person who asked for it approves it or leaves it.',
    },
    done: { means: 'The change has been made.', next: 'Where possible, the person who asked for it can undo it within a day.' },
    undone: { means: 'The change has been undone.', next: 'Nothing more.' },
  },
})

/** What the statuses of bulk acts mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'bulk',
    power: 'agreement.write',
    order: 17,
    name: titles.bulkActs,
    statuses: bulkStates,
    labels: locale => words[locale].states,
    meanings: locale => meanings[locale],
  }),
]
