import { words as define } from '../../../platform/i18n/words.ts'

/** What is written to the owner of a follow-up, and to whoever verifies it. */
export const letterWords = define('followups.letters', {
  id: {
    greeting: 'Yth. {name},',
    closing: 'Sinergi mengirim surel ini secara otomatis.',
    facts: '{number}: {action}\nSatuan kerja: {office}\nTenggat: {due}',
    open: 'Buka: {url}',
    reason: 'Catatan:\n{text}',
    subjects: {
      assigned: 'Tindak lanjut untuk Anda',
      returned: 'Dikembalikan, belum memadai',
      reported: 'Perlu diperiksa',
      reopened: 'Dibuka kembali',
      rescheduled: 'Tenggat diubah',
      cancelled: 'Dibatalkan',
      verified: 'Selesai dan diperiksa',
    },
    bodies: {
      assigned: '{by} menyerahkan tindak lanjut ini kepada Anda. Kerjakan sebelum tenggat, lalu laporkan hasilnya.',
      returned: '{by} memeriksa laporan Anda dan mengembalikannya. Lengkapi yang masih kurang, lalu laporkan lagi.',
      reported: '{by} melaporkan hasil tindak lanjut ini. Periksa apakah hasilnya memadai.',
      reopened: '{by} membuka kembali tindak lanjut ini. Kerjakan sebelum tenggat yang baru, lalu laporkan hasilnya.',
      rescheduled: '{by} mengubah tenggat tindak lanjut ini.',
      cancelled: '{by} membatalkan tindak lanjut ini. Anda tidak perlu melakukan apa-apa lagi.',
      verified: '{by} memeriksa hasilnya dan menyatakannya memadai. Anda tidak perlu melakukan apa-apa lagi.',
    },
    stands: { late: 'Terlambat', today: 'Jatuh tempo hari ini', soon: 'Jatuh tempo dalam 7 hari' },
    due: '{stands}: {number} {action} (tenggat {due})',
  },
  en: {
    greeting: 'Dear {name},',
    closing: 'Sinergi sends this message by itself.',
    facts: '{number}: {action}\nOffice: {office}\nDue: {due}',
    open: 'Open: {url}',
    reason: 'Note:\n{text}',
    subjects: {
      assigned: 'A follow-up for you',
      returned: 'Returned, not yet adequate',
      reported: 'To be verified',
      reopened: 'Reopened',
      rescheduled: 'Due date changed',
      cancelled: 'Cancelled',
      verified: 'Done and verified',
    },
    bodies: {
      assigned: '{by} assigned this follow-up to you. Do it before it is due, then report what was done.',
      returned: '{by} looked at your report and returned it. Add what is missing, then report again.',
      reported: '{by} reported this follow-up as done. Please verify whether the result is adequate.',
      reopened: '{by} reopened this follow-up. Do it before the new due date, then report what was done.',
      rescheduled: '{by} changed the due date of this follow-up.',
      cancelled: '{by} cancelled this follow-up. There is nothing left for you to do.',
      verified: '{by} verified the result and found it adequate. There is nothing left for you to do.',
    },
    stands: { late: 'Overdue', today: 'Due today', soon: 'Due within 7 days' },
    due: '{stands}: {number} {action} (due {due})',
  },
})
