import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.authority.refusals', {
  notForPartners: {
    id: 'Ini tugas KPU, bukan tugas narahubung mitra. Bila ada yang perlu dicatat atau diubah, hubungi satuan kerja KPU yang menangani perjanjian Anda. Tidak ada yang berubah.',
    en: 'Only KPU can do this, not a partner’s contact. If something needs recording or changing, contact the KPU office in charge of your agreement. Nothing has changed.',
  },
  roleNeeded: {
    id: 'Ini memerlukan peran {names} di satuan kerja yang bersangkutan. Bila tugas Anda memerlukannya, mintalah kepada {givers} di sana. Tidak ada yang berubah.',
    en: 'This needs the role of {names} at the office concerned. If your work requires it, ask its {givers}. Nothing has changed.',
  },
  needsRoleNationally: {
    id: 'Ini memerlukan peran {names} di tingkat nasional. Bila tugas Anda memerlukannya, mintalah kepada {givers} di sana. Tidak ada yang berubah.',
    en: 'This needs the role of {names} at the national office. If your work requires it, ask a {givers} there. Nothing has changed.',
  },
  tokenReadsOnly: { id: 'Token ini hanya untuk membaca.', en: 'This token is read-only.' },
})
