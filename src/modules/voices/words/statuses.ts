import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { states } from '../schema/voices.ts'
import { titles } from './titles.ts'
import { words } from './words.ts'

const meanings = define('voices.statuses', {
  id: {
    new: {
      means: 'Masukan sudah diterima dan belum dijawab.',
      next: 'Moderator menjawabnya, menjadikannya temuan, atau mengesampingkannya.',
    },
    answered: {
      means: 'Moderator sudah menjawabnya.',
      next: 'Pengirimnya membaca jawaban itu. Bila perlu, masukan ini tetap dapat dijadikan temuan.',
    },
    finding: { means: 'Masukan ini dijadikan temuan.', next: 'Temuannya ditindaklanjuti seperti temuan lain.' },
    aside: { means: 'Tidak ada yang mengikuti dari masukan ini. Alasannya tercatat.', next: 'Tidak ada lagi.' },
  },
  en: {
    new: { means: 'It has arrived and nobody has answered it.', next: 'The moderator answers it, makes it a finding, or sets it aside.' },
    answered: { means: 'The moderator has answered it.', next: 'Whoever sent it reads the answer. It can still become a finding.' },
    finding: { means: 'It was made a finding.', next: 'The finding is followed up like any other.' },
    aside: { means: 'Nothing follows from it. The reason is recorded.', next: 'Nothing more.' },
  },
})

/** What the statuses of voices mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'voice_topic',
    power: 'meeting.read',
    order: 7,
    name: titles.voices,
    statuses: states,
    labels: locale => words[locale].states,
    meanings: locale => meanings[locale],
  }),
]
