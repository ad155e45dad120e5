import { texts } from '../i18n/words.ts'

/** What is said of a text that was typed into a choice and means none of its things, or several: the same in every form. */
export const choiceRefusals = texts('platform.refusals.choices', {
  several: { id: 'Anda belum memilih. Maksud Anda {near}?', en: 'You have not chosen yet. Did you mean {near}?' },
  agreement: { id: 'Tidak ada perjanjian yang cocok dengan “{text}”.', en: 'No agreement matches “{text}”.' },
  office: { id: 'Tidak ada satuan kerja yang cocok dengan “{text}”.', en: 'No office matches “{text}”.' },
  officeNear: {
    id: 'Tidak ada satuan kerja yang cocok dengan “{text}”. Maksud Anda {near}?',
    en: 'No office matches “{text}”. Did you mean {near}?',
  },
  partner: { id: 'Tidak ada mitra yang cocok dengan “{text}”.', en: 'No partner matches “{text}”.' },
  partnerNear: {
    id: 'Tidak ada mitra yang cocok dengan “{text}”. Maksud Anda {near}?',
    en: 'No partner matches “{text}”. Did you mean {near}?',
  },
  person: { id: 'Tidak ada orang yang cocok dengan “{text}”.', en: 'Nobody matches “{text}”.' },
})
