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
    done: { means: 'Perubahan sudah dilakukan.', next: 'Bila dapat, yang meminta mengembalikannya dalam satu hari.' },
    undone: { means: 'Perubahan sudah dikembalikan.', next: 'Tidak ada lagi.' },
  },
  en: {
    planned: {
      means: 'Sinergi has tried it without changing anything, and shows what it would do.',
      next: 'Whoever asked approves it, or lets it be.',
    },
    done: { means: 'The change has been made.', next: 'Where it can be, whoever asked puts it back within a day.' },
    undone: { means: 'The change has been put back.', next: 'Nothing more.' },
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
