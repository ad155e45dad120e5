import { words as both } from '../../platform/i18n/words.ts'

const count = (letters: number): string => `${letters} ${letters === 1 ? 'letter' : 'letters'}`

export const words = both({
  id: {
    title: 'Surat',
    lead: 'Surat yang ditulis Sinergi: undangan, tautan masuk, pengingat. Tanpa server surat, surat disimpan di sini; sampaikan isinya hanya kepada penerimanya.',
    search: 'Cari penerima atau perihal',
    recipient: 'Penerima',
    subject: 'Perihal',
    state: 'Status',
    written: 'Ditulis',
    left: 'Terkirim',
    failure: 'Penyebab gagal',
    states: { waiting: 'Menunggu', retrying: 'Dicoba lagi', sent: 'Terkirim', kept: 'Disimpan', failed: 'Tidak terkirim' },
    tries: 'Percobaan',
    nextTry: 'Dicoba lagi',
    open: (retrying: number, failed: number) =>
      [
        retrying ? `${retrying} surat belum diterima server surat dan dicoba lagi dengan sendirinya selama lima hari.` : '',
        failed ? `${failed} surat tidak terkirim dan tidak dicoba lagi.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    retryAll: (count: number) => `Coba kirim ${count} surat sekarang`,
    retryFailed: (count: number) => `Kirim lagi ${count} surat yang tidak terkirim`,
    all: 'Semua status',
    none: 'Tidak ada surat',
    noneYet: 'Surat muncul di sini begitu Sinergi menulisnya, misalnya saat Anda mengundang seseorang.',
    body: 'Isi surat',
    hidden: 'Tautan rahasia dalam surat yang tidak disimpan di sini ditutup dengan “…”.',
    resend: 'Kirim ulang',
  },
  en: {
    title: 'Letters',
    lead: 'Letters that Sinergi wrote: invitations, sign-in links, reminders. Without a mail server they are kept here; pass each on to its recipient alone.',
    search: 'Search recipient or subject',
    recipient: 'Recipient',
    subject: 'Subject',
    state: 'State',
    written: 'Written',
    left: 'Sent',
    failure: 'Why it failed',
    states: { waiting: 'Waiting', retrying: 'Will be tried again', sent: 'Sent', kept: 'Kept', failed: 'Not sent' },
    tries: 'Tries',
    nextTry: 'Next try',
    open: (retrying: number, failed: number) =>
      [
        retrying ? `${count(retrying)} not taken by the mail server yet; tried again by itself for five days.` : '',
        failed ? `${count(failed)} not sent and not tried any more.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    retryAll: (letters: number) => `Try to send ${count(letters)} now`,
    retryFailed: (letters: number) => `Send ${count(letters)} again that ${letters === 1 ? 'was' : 'were'} not sent`,
    all: 'Any state',
    none: 'No letters',
    noneYet: 'Letters appear here as soon as Sinergi writes one, for example when you invite somebody.',
    body: 'Text of the letter',
    hidden: 'Secret links in letters that are not kept here are covered with “…”.',
    resend: 'Send again',
  },
})
