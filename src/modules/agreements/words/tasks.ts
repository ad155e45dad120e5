import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { words as frame } from '../../../web/words.ts'
import { words as comments } from '../../comments/words.ts'
import { words } from '../words.ts'
import { formWords } from './form.ts'

const taskWords = define('agreements.tasks', {
  id: {
    record: {
      title: 'Mencatat perjanjian',
      steps: {
        open: 'Buka “{page}”, lalu tekan “{add}”.',
        title: 'Pilih jenis naskahnya, dan tulis judulnya seperti pada naskah.',
        parties: 'Isi para pihak: satuan kerja Anda dan mitranya. Mitra yang belum ada didaftarkan lewat “{register}”.',
        stage: 'Pada “{stage}”, pilih sampai mana naskah itu. Bila sudah ditandatangani, isi tanggalnya.',
        save: 'Tekan “{create}”. Sinergi memberi tahu Anda bila perjanjian yang sama sudah tercatat.',
      },
    },
    complete: {
      title: 'Melengkapi naskah dan kewajiban',
      steps: {
        open: 'Buka perjanjiannya dari “{page}”.',
        document: 'Tekan “{document}”, pilih berkas naskah yang ditandatangani, lalu tekan “{upload}”.',
        obligation:
          'Tekan “{obligation}”, lalu salin satu kewajiban dari pasalnya: kewajiban pihak mana, apa isinya, dan kapan tenggatnya.',
        more: 'Tekan “{saveMore}” untuk pasal berikutnya, atau “{saveLast}” untuk yang terakhir. Evaluasi menanyakan setiap kewajiban ini.',
      },
    },
    renew: {
      title: 'Memperpanjang perjanjian',
      steps: {
        find: 'Buka “{page}”, tekan “{filter}”, dan pada “{within}” pilih dalam berapa lama perjanjian berakhir.',
        prepare: 'Buka perjanjiannya, lalu tekan “{prepare}” selagi kedua pihak membahasnya. Bila tombol itu tidak tampak, buka “{more}”.',
        record: 'Setelah disepakati, tekan “{renew}” dan isi tanggal berakhir yang baru. Tanggal lama tetap ada dalam riwayat.',
        text: 'Unggah naskah perpanjangannya dengan “{document}”.',
      },
    },
    end: {
      title: 'Mengakhiri atau menyelesaikan perjanjian',
      steps: {
        open: 'Buka perjanjiannya dari “{page}”, lalu buka “{more}”.',
        choose: 'Pilih “{complete}” bila semua yang disepakati sudah dilaksanakan, atau “{end}” bila berhenti sebelum waktunya.',
        confirm: 'Isi tanggalnya; untuk mengakhiri, juga alasannya, yang dibaca para pihak. Setelah disimpan, ini tidak dapat dibatalkan.',
      },
    },
    find: {
      title: 'Mencari dan mengunduh perjanjian',
      steps: {
        search: 'Buka “{page}”, lalu tulis judul, mitra, nomor, atau ruang lingkup pada kotak pencarian.',
        filter: 'Tekan “{filter}” untuk membatasi menurut status, jenis mitra, satuan kerja, atau waktu berakhir.',
        download: 'Tekan “{download}” di atas daftar. Yang diunduh sama persis dengan yang tampil.',
      },
    },
    read: {
      title: 'Membaca perjanjian lembaga Anda',
      steps: {
        open: 'Buka “{page}”. Yang tampil hanya perjanjian lembaga Anda dengan KPU.',
        read: 'Buka satu perjanjian untuk membaca kewajiban kedua pihak, naskahnya, dan sampai kapan berlaku.',
        ask: 'Bila ada yang keliru atau perlu ditanyakan, tulis pada “{comments}” di halaman itu, lalu tekan “{send}”. KPU membacanya.',
      },
    },
  },
  en: {
    record: {
      title: 'Record an agreement',
      steps: {
        open: 'Open “{page}” and press “{add}”.',
        title: 'Choose what kind of document it is, and write its title as in the document.',
        parties: 'Enter the parties: your office and the partner. If the partner is not listed yet, register it with “{register}”.',
        stage: 'Under “{stage}”, choose how far the document has come. If it has been signed, enter the date.',
        save: 'Press “{create}”. You are warned before the same agreement is recorded twice.',
      },
    },
    complete: {
      title: 'Add the text and the obligations',
      steps: {
        open: 'Open the agreement from “{page}”.',
        document: 'Press “{document}”, choose the file of the signed text, then press “{upload}”.',
        obligation: 'Press “{obligation}” and copy one obligation from its article: whose it is, what it says, and when it is due.',
        more: 'Press “{saveMore}” for the next article, or “{saveLast}” for the last. The evaluation asks about each of these obligations.',
      },
    },
    renew: {
      title: 'Renew an agreement',
      steps: {
        find: 'Open “{page}”, press “{filter}”, and under “{within}” choose how soon it may end.',
        prepare: 'Open the agreement and press “{prepare}” while both sides discuss it. If you do not see that button, open “{more}”.',
        record: 'Once it is agreed, press “{renew}” and enter the new end date. The old one stays in the history.',
        text: 'Upload the text of the renewal with “{document}”.',
      },
    },
    end: {
      title: 'End or complete an agreement',
      steps: {
        open: 'Open the agreement from “{page}”, then open “{more}”.',
        choose: 'Choose “{complete}” if everything agreed has been done, or “{end}” if it stops early.',
        confirm: 'Enter the date; to end it early, also enter the reason, which the parties read. Once saved, this cannot be undone.',
      },
    },
    find: {
      title: 'Find and download agreements',
      steps: {
        search: 'Open “{page}” and type a title, partner, number or scope in the search box.',
        filter: 'Press “{filter}” to narrow the list by status, type of partner, office or end date.',
        download: 'Press “{download}” above the list. You download exactly what is shown.',
      },
    },
    read: {
      title: 'Read the agreements of your institution',
      steps: {
        open: 'Open “{page}”. It shows only the agreements of your institution with KPU.',
        read: 'Open one to read the obligations of both sides, its text, and how long it runs.',
        ask: 'If something is wrong, or you have a question, write it under “{comments}” on that page and press “{send}”. KPU reads it.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const [w, { form, steps, obligation, document }, f, c] = [words[locale], formWords[locale], frame[locale], comments[locale]]
  return {
    page: w.agreements,
    add: w.add,
    register: form.registerPartner,
    stage: form.stage,
    create: form.create,
    document: document.add,
    upload: document.save,
    obligation: obligation.add,
    saveMore: obligation.saveMore,
    saveLast: obligation.save,
    within: w.list.endsWithin,
    filter: f.filter,
    more: f.more,
    download: f.download,
    prepare: steps.renewal.title,
    renew: steps.term.title,
    complete: steps.completion.title,
    end: steps.termination.title,
    comments: c.comments,
    send: c.send,
  }
}

/** What people do with agreements. */
export const tasks = tasksOf('agreement', taskWords, labels, {
  record: { href: '/perjanjian', power: 'agreement.write' },
  complete: { href: '/perjanjian', power: 'agreement.write' },
  renew: { href: '/perjanjian?berakhir-dalam=90', power: 'agreement.write' },
  end: { href: '/perjanjian', power: 'agreement.end' },
  find: { href: '/perjanjian', power: 'agreement.export' },
  read: { href: '/perjanjian', power: 'agreement.read' },
})
