import { words as define } from '../../../platform/i18n/words.ts'

/** What the people of each role do in a week, at the head of their guide. */
export const guideWords = define('help.guides', {
  id: {
    cooperation_officer:
      'Anda menjaga agar daftar perjanjian benar, membuka evaluasi, mengingatkan yang belum mengisi, dan menulis laporan. Dalam seminggu biasa: periksa beranda, rapikan yang diimpor, lihat kemajuan siklus yang berjalan, lalu putuskan temuan dan tindak lanjut yang menunggu.',
    office_operator:
      'Anda mencatat perjanjian satuan kerja Anda, mengisi evaluasinya, dan melaporkan hasil tindak lanjut. Dalam seminggu biasa: buka beranda, isi evaluasi yang menunggu, laporkan tugas yang sudah selesai, dan siapkan perpanjangan perjanjian yang segera berakhir.',
    office_leader:
      'Anda bertanggung jawab atas sebuah wilayah: siapa yang bekerja di dalamnya, apakah evaluasinya terkirim, dan apakah tindak lanjutnya sungguh terjadi. Dalam seminggu biasa: baca beranda, periksa hasil yang dilaporkan, dan dorong yang tertinggal.',
    inspector:
      'Anda membaca semua hal di wilayah Anda dan menilai apakah tindak lanjut sungguh terjadi. Dalam seminggu biasa: periksa laporan yang menunggu putusan Anda, lalu telusuri yang terlambat dan yang janggal.',
    partner_contact:
      'Anda berbicara untuk lembaga Anda: mengisi evaluasi dari pihak mitra, membaca perjanjiannya, dan mengikuti tindak lanjut yang dibagikan KPU. Anda hanya perlu masuk bila ada undangan, pengingat, atau hal yang ingin Anda baca.',
    national_admin:
      'Anda mengatur siapa yang dapat masuk dan apa yang boleh dilakukannya, dan menjaga agar surat, berkas, dan jadwal berjalan. Dalam seminggu biasa: undang orang baru, cabut peran yang sudah berakhir, dan lihat apakah ada surat yang tidak terkirim.',
    auditor:
      'Anda membaca semua hal dan jejaknya, tanpa mengubah apa pun. Dalam seminggu biasa: cari yang hendak diperiksa, unduh datanya, dan telusuri siapa yang mengubahnya.',
  },
  en: {
    cooperation_officer:
      'You keep the register true, open evaluations, remind those who are late, and write the report. In an ordinary week: look at home, tidy what was imported, see how far the open cycle is, then decide about the findings and follow-ups that wait.',
    office_operator:
      'You record the agreements of your office, fill in its evaluations, and report what became of follow-ups. In an ordinary week: open home, fill in the forms that wait, report the tasks that are done, and prepare the renewal of agreements that end soon.',
    office_leader:
      'You answer for a region: who works in it, whether its evaluations are submitted, and whether its follow-ups really happen. In an ordinary week: read home, verify the results that were reported, and help those who are behind.',
    inspector:
      'You read everything in your region and judge whether a follow-up really happened. In an ordinary week: verify the reports that wait for your verdict, then look into what is late or odd.',
    partner_contact:
      'You speak for your institution: you fill in the evaluation of its side, read its agreements, and follow what KPU shares with you. You only need to sign in when you are invited or reminded, or want to read something.',
    national_admin:
      'You decide who comes in and what they may do, and see that letters, files and scheduled tasks work. In an ordinary week: invite those who are new, withdraw roles that have ended, and see whether a letter did not leave.',
    auditor:
      'You read everything and its trail, and change nothing. In an ordinary week: find what you want to examine, download it, and trace who changed it.',
  },
})
