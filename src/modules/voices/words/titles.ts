import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('voices.titles', {
  topic: { id: 'masukan peserta rapat', en: 'voice from the floor' },
  voices: { id: 'Masukan peserta', en: 'Voices from the floor' },
  replies: { id: 'Jawaban atas masukan Anda', en: 'Answers to what you said' },
})
