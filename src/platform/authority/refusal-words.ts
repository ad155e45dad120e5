import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.authority.refusals', {
  notForPartners: {
    id: 'Ini pekerjaan KPU, bukan narahubung mitra. Bila ada yang perlu dicatat atau diubah, hubungi satuan kerja KPU yang menangani perjanjian Anda. Tidak ada yang berubah.',
    en: 'This is the work of KPU, not of a partner’s contact. If something has to be recorded or changed, write to the KPU office in charge of your agreement. Nothing has changed.',
  },
  roleNeeded: {
    id: 'Ini memerlukan peran {names} di satuan kerja yang bersangkutan. Bila tugas Anda memerlukannya, mintalah kepada {givers} di sana. Tidak ada yang berubah.',
    en: 'This needs the role of {names} at the office concerned. If your work needs it, ask its {givers}. Nothing has changed.',
  },
  needsRoleNationally: {
    id: 'Ini memerlukan peran {names} di tingkat nasional. Bila tugas Anda memerlukannya, mintalah kepada {givers} di sana. Tidak ada yang berubah.',
    en: 'This needs the role of {names} at the national office. If your work needs it, ask a {givers} there. Nothing has changed.',
  },
  tokenReadsOnly: { id: 'Token ini hanya untuk membaca.', en: 'This token may only read.' },
})
