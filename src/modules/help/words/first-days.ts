import { words as define } from '../../../platform/i18n/words.ts'

/** The steps of the first days. */
export const stepWords = define('help.firstSteps', {
  id: {
    guide: 'Baca panduan untuk peran Anda',
    notices: 'Pilih cara Anda diberi tahu',
    secure: 'Aktifkan verifikasi dua langkah',
    agreements: 'Lihat perjanjian di wilayah kerja Anda',
    contact: 'Catat narahubung sebuah mitra',
    answer: 'Isi dan kirim satu evaluasi',
    colleague: 'Daftarkan dan undang seorang rekan',
    verify: 'Periksa hasil satu tindak lanjut',
    trail: 'Baca jejak audit',
  },
  en: {
    guide: 'Read the guide for your role',
    notices: 'Choose how you are notified',
    secure: 'Switch on two-step verification',
    agreements: 'Look at the agreements in your area',
    contact: 'Record a partner’s contact',
    answer: 'Fill in and submit one evaluation',
    colleague: 'Register and invite a colleague',
    verify: 'Verify the result of one follow-up',
    trail: 'Read the audit trail',
  },
})

export const firstDayWords = define('help.firstDays', {
  id: {
    title: 'Hari-hari pertama Anda',
    count: '{done, number} dari {all, number} selesai',
    lead: 'Langkah lainnya tercentang otomatis setelah Anda lakukan.',
    done: 'Sudah',
    todo: 'Belum',
    complete: 'Tandai selesai',
    dismiss: 'Sembunyikan daftar ini',
    dismissed: 'Daftar ini tidak tampil di beranda Anda.',
    restore: 'Tampilkan lagi di beranda',
  },
  en: {
    title: 'Your first days',
    count: '{done, number} of {all, number} done',
    lead: 'The other steps are ticked automatically once you do them.',
    done: 'Done',
    todo: 'To do',
    complete: 'Mark as done',
    dismiss: 'Hide this list',
    dismissed: 'Your home page does not show this list.',
    restore: 'Show it on the home page again',
  },
})
