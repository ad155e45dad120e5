import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('questionnaires.refusals', {
  keyReserved: { id: 'Kunci ini sudah dipakai formulir. Pilih kunci lain.', en: 'The form itself uses this key. Choose another.' },
  questionnaireNotPublishable: { id: 'Instrumen ini belum dapat diterbitkan.', en: 'This questionnaire cannot be published yet.' },
  keyMalformed: {
    id: 'Kunci diawali huruf dan hanya memuat huruf, angka, _ dan -.',
    en: 'A key must start with a letter and contain only letters, digits, _ and -.',
  },
  choiceValueMalformed: {
    id: 'Nilai pilihan hanya memuat huruf, angka, _ dan -.',
    en: 'The value of a choice may contain only letters, digits, _ and -.',
  },
  keyForbidden: { id: 'Kunci ini tidak boleh dipakai.', en: 'This key cannot be used.' },
  textEmpty: { id: 'Teks tidak boleh kosong.', en: 'The text must not be empty.' },
  tooManyDecimals: { id: 'Paling banyak dua angka desimal.', en: 'At most two decimals.' },
  conditionNestedTooDeeply: { id: 'Syarat terlalu berlapis.', en: 'The condition is nested too deeply.' },
})
