import { words as both } from './platform/i18n/words.ts'

export const words = both('home', {
  id: {
    title: 'Perlu perhatian Anda',
    greeting: 'Halo, {name}!',
    at: 'Anda bertugas di {office}.',
    noOffice: 'Anda belum ditempatkan di satuan kerja mana pun.',
    waiting: '{count, number} tugas menunggu Anda',
    late: '{count} terlambat',
    first: 'Yang paling mendesak',
    overdue: 'Terlambat {days, number} hari',
    whatWillCome: 'Yang akan muncul di sini',
    all: 'Lihat semua ({count})',
    nothing: 'Tidak ada tugas yang menunggu Anda',
    nothingText: 'Evaluasi yang perlu diisi, tindak lanjut yang jatuh tempo atau perlu diperiksa, dan impor yang belum selesai.',
    noRole:
      'Anda belum memiliki peran di Sinergi. Mintalah pimpinan satuan kerja Anda atau administrator memberikannya; pekerjaan Anda akan muncul di sini.',
    proxyUnbelieved:
      'Permintaan datang lewat proksi yang belum dipercaya, sehingga semua orang tampak berasal dari satu alamat: kata sandi yang salah dari satu orang dapat menahan semua orang. Jika proksi itu milik Anda, jalankan Sinergi dengan TRUST_PROXY=true.',
  },
  en: {
    title: 'Needs your attention',
    greeting: 'Hello, {name}!',
    at: 'You work at {office}.',
    noOffice: 'You have not been assigned to an office yet.',
    waiting: '{count, plural, one {One item needs your attention} other {# items need your attention}}',
    late: '{count} overdue',
    first: 'Most urgent',
    overdue: '{days, plural, one {# day} other {# days}} overdue',
    whatWillCome: 'What will appear here',
    all: 'See all ({count})',
    nothing: 'Nothing needs your attention',
    nothingText: 'Evaluations to fill in, follow-ups that are due or need verifying, and imports to finish.',
    noRole: 'You have no role in Sinergi yet. Ask the head of your office or the administrator for one; your work will then appear here.',
    proxyUnbelieved:
      'Requests come through a proxy that is not trusted yet, so everybody seems to come from one address: one person’s wrong passwords can lock everybody out. If the proxy is yours, run Sinergi with TRUST_PROXY=true.',
  },
})
