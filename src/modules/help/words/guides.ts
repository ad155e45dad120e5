import { words as define } from '../../../platform/i18n/words.ts'

/** What the people of each role do in a week, at the head of their guide. */
export const guideWords = define('help.guides', {
  id: {
    cooperation_officer:
      'Anda menjaga agar daftar perjanjian benar, membuka evaluasi, mengingatkan yang belum mengisi, dan menulis laporan. Biasanya dalam seminggu: periksa beranda, rapikan yang diimpor, lihat kemajuan siklus yang berjalan, lalu putuskan temuan dan tindak lanjut yang menunggu.',
    office_operator:
      'Anda mencatat perjanjian satuan kerja Anda, mengisi evaluasinya, dan melaporkan hasil tindak lanjut. Biasanya dalam seminggu: buka beranda, isi evaluasi yang menunggu, laporkan tugas yang sudah selesai, dan siapkan perpanjangan perjanjian yang segera berakhir.',
    office_leader:
      'Anda bertanggung jawab atas sebuah wilayah: siapa yang bekerja di dalamnya, apakah evaluasinya terkirim, dan apakah tindak lanjutnya sungguh dilaksanakan. Biasanya dalam seminggu: baca beranda, periksa hasil yang dilaporkan, dan dorong yang tertinggal.',
    inspector:
      'Anda membaca semua data di wilayah kerja Anda dan menilai apakah tindak lanjut sungguh dilaksanakan. Biasanya dalam seminggu: periksa laporan yang menunggu putusan Anda, lalu telusuri yang terlambat dan yang janggal.',
    partner_contact:
      'Anda berbicara untuk lembaga Anda: mengisi evaluasi dari pihak mitra, membaca perjanjiannya, dan mengikuti tindak lanjut yang dibagikan KPU. Anda hanya perlu masuk bila ada undangan, pengingat, atau sesuatu yang ingin Anda baca.',
    national_admin:
      'Anda mengatur siapa yang dapat masuk dan apa yang boleh dilakukannya, dan menjaga agar surel, berkas, dan jadwal otomatis berjalan. Biasanya dalam seminggu: undang orang baru, cabut peran yang sudah berakhir, dan periksa apakah ada surel yang tidak terkirim.',
    auditor:
      'Anda membaca semua data dan jejaknya, tanpa mengubah apa pun. Biasanya dalam seminggu: cari yang hendak diperiksa, unduh datanya, dan telusuri siapa yang mengubahnya.',
  },
  en: {
    cooperation_officer:
      'You keep the list of agreements accurate, open evaluations, remind those who are late, and write the report. In a typical week: check the home page, tidy up imports, see how the open cycle is going, then decide on the findings and follow-ups that need you.',
    office_operator:
      'You record the agreements of your office, fill in its evaluations, and report the results of follow-ups. In a typical week: check the home page, fill in your forms, report finished tasks, and prepare the renewal of agreements that end soon.',
    office_leader:
      'You are responsible for an area: who works in it, whether its evaluations are submitted, and whether its follow-ups really happen. In a typical week: check the home page, verify reported results, and help those who are behind.',
    inspector:
      'You read everything in your area and judge whether follow-ups really happened. In a typical week: verify the reports awaiting your verdict, then look into anything overdue or unusual.',
    partner_contact:
      'You speak for your institution: you fill in its side of the evaluation, read its agreements, and follow what KPU shares with you. You only need to sign in when you are invited or reminded, or want to read something.',
    national_admin:
      'You decide who can sign in and what they may do, and make sure that e-mails, files and scheduled tasks work. In a typical week: invite new people, withdraw roles that have ended, and check for e-mails that were not sent.',
    auditor:
      'You read everything and its trail, and change nothing. In a typical week: find what you want to examine, download the data, and trace who changed it.',
  },
})
