import { words as define } from '../../../platform/i18n/words.ts'

/** What the pictures of the guides show, for whoever does not see them. */
export const pictureWords = define('help.pictures', {
  id: {
    'evaluation-answer': 'Sebuah isian di ponsel: statusnya, tenggatnya, dan berapa pertanyaan wajib yang belum dijawab.',
    'evaluation-watch': 'Halaman sebuah siklus: berapa isian yang sudah terkirim, dan tombol untuk mengingatkan.',
    'agreement-record': 'Daftar perjanjian, dengan tombol untuk mencatat perjanjian di kanan atas.',
    'agreement-renew': 'Halaman perjanjian yang segera berakhir, dengan tombol perpanjangan di bawah judulnya.',
    'finding-plan': 'Halaman sebuah temuan, dengan tombol untuk membuat tindak lanjut.',
    'followup-verify': 'Halaman tindak lanjut yang sudah dilaporkan, dengan tombol untuk memeriksa hasilnya.',
    'person-register': 'Formulir untuk mendaftarkan orang: nama, surel, dan tempatnya.',
    'report-read': 'Dasbor sebuah siklus: berapa isian yang terkirim, dari setiap pihak.',
  },
  en: {
    'evaluation-answer': 'A form on a phone: its status, its due date, and how many required questions are left.',
    'evaluation-watch': 'The page of a cycle: how many forms have been submitted, and the button to send reminders.',
    'agreement-record': 'The list of agreements, with the button to record one at the top right.',
    'agreement-renew': 'The page of an agreement that ends soon, with the button to renew it below its title.',
    'finding-plan': 'The page of a finding, with the button to create a follow-up.',
    'followup-verify': 'The page of a reported follow-up, with the button to verify its result.',
    'person-register': 'The form to register a person: name, e-mail address and place.',
    'report-read': 'The dashboard of a cycle: how many forms each side has submitted.',
  },
})
