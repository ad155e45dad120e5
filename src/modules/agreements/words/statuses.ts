import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { opennesses, statuses } from '../schema.ts'
import { words } from '../words.ts'
import { titles } from './titles.ts'

const meanings = define('agreements.statuses', {
  id: {
    statuses: {
      draft: {
        means: 'Perjanjian sudah dicatat, tetapi naskahnya belum dibahas atau belum lengkap.',
        next: 'Satuan kerja yang mencatat melengkapinya, lalu mencatat pembahasan atau penandatanganannya.',
      },
      negotiation: {
        means: 'Satuan kerja mencatat bahwa para pihak sedang membahas naskah.',
        next: 'Setelah disepakati, satuan kerja mencatat bahwa naskah siap ditandatangani.',
      },
      awaiting_signature: {
        means: 'Naskah sudah disepakati dan menunggu tanda tangan.',
        next: 'Satuan kerja mencatat tanggal penandatanganannya.',
      },
      awaiting_start: {
        means: 'Sudah ditandatangani, tetapi tanggal mulainya belum tiba.',
        next: 'Berlaku dengan sendirinya pada tanggal mulai. Tidak ada yang perlu dilakukan.',
      },
      active: {
        means: 'Sudah ditandatangani dan sudah berlaku; sisa masa berlakunya lebih dari 90 hari, atau tanpa batas waktu.',
        next: 'Kewajibannya dilaksanakan dan dinilai dalam evaluasi.',
      },
      expiring: {
        means: 'Masih berlaku, dan berakhir dalam 90 hari.',
        next: 'Satuan kerja memutuskan: menyiapkan perpanjangan, atau membiarkannya berakhir.',
      },
      expired: {
        means: 'Tanggal berakhirnya sudah lewat, dan tidak diperpanjang.',
        next: 'Tidak mengikat lagi. Bila kedua pihak melanjutkan, satuan kerja mencatat perpanjangannya.',
      },
      in_renewal: {
        means: 'Satuan kerja mencatat bahwa perpanjangan sedang disiapkan.',
        next: 'Setelah disepakati, satuan kerja mencatat tanggal berakhir yang baru.',
      },
      terminated: {
        means: 'Diakhiri sebelum waktunya, dengan alasan yang tercatat.',
        next: 'Tidak dapat dibuka lagi. Catatan dan dokumennya tetap ada.',
      },
      completed: {
        means: 'Semua yang disepakati sudah dilaksanakan, dan satuan kerja menyatakannya selesai.',
        next: 'Tidak ada lagi. Catatan dan dokumennya tetap ada.',
      },
    },
    opennesses: {
      public: {
        means: 'Siapa pun boleh mengetahuinya. Perjanjian tampil di daftar publik setelah ditandatangani.',
        next: 'Satuan kerja dapat menerbitkan naskahnya, agar dapat diunduh siapa pun.',
      },
      on_request: {
        means: 'Daftar publik menyebut perjanjian ini, tetapi isinya diberikan kepada yang memintanya.',
        next: 'Permohonan informasi diajukan kepada PPID satuan kerja itu.',
      },
      excluded: {
        means: 'Tidak dibuka, dengan alasan menurut pasal 17 UU 14/2008. Daftar publik hanya menyebut jumlahnya.',
        next: 'Satuan kerja mengubahnya bila alasannya tidak berlaku lagi.',
      },
    },
  },
  en: {
    statuses: {
      draft: {
        means: 'The agreement has been recorded, but its text is incomplete or not yet under discussion.',
        next: 'The office that recorded it completes it, then records that talks have begun or that it has been signed.',
      },
      negotiation: {
        means: 'The office recorded that the parties are discussing the text.',
        next: 'Once they agree, the office records that it is ready to be signed.',
      },
      awaiting_signature: {
        means: 'The text is agreed and is waiting to be signed.',
        next: 'The office records the date of signing.',
      },
      awaiting_start: {
        means: 'It has been signed, but its start date has not arrived.',
        next: 'It takes effect automatically on that day. Nothing needs to be done.',
      },
      active: {
        means: 'It is signed and in force, with more than 90 days to go or no end date.',
        next: 'Its obligations are carried out and evaluated.',
      },
      expiring: {
        means: 'It is still in force and ends within 90 days.',
        next: 'The office decides whether to prepare a renewal or let it end.',
      },
      expired: {
        means: 'Its last day has passed, and it was not renewed.',
        next: 'It is no longer binding. If both sides continue, the office records the renewal.',
      },
      in_renewal: {
        means: 'The office recorded that a renewal is being prepared.',
        next: 'Once it is agreed, the office records the new end date.',
      },
      terminated: {
        means: 'It was ended early, for a recorded reason.',
        next: 'It cannot be opened again. Its record and documents stay.',
      },
      completed: {
        means: 'The office has confirmed that everything agreed has been done.',
        next: 'Nothing more. Its record and documents stay.',
      },
    },
    opennesses: {
      public: {
        means: 'Anybody may see it. Once signed, it appears in the public register.',
        next: 'The office may publish the document for anybody to download.',
      },
      on_request: {
        means: 'The public register lists this agreement; its contents are provided on request.',
        next: 'A request for information goes to the information officer of that office.',
      },
      excluded: {
        means: 'It is withheld for a reason under Article 17 of Law 14/2008. The public register only counts it.',
        next: 'The office changes this when the reason no longer applies.',
      },
    },
  },
})

/** What the statuses of agreements mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'agreement',
    power: 'agreement.read',
    order: 1,
    name: titles.agreements,
    statuses,
    labels: locale => words[locale].statuses,
    meanings: locale => meanings[locale].statuses,
  }),
  statusKind({
    kind: 'openness',
    power: 'agreement.read',
    order: 2,
    name: titles.openness,
    statuses: opennesses,
    labels: locale => words[locale].opennesses,
    meanings: locale => meanings[locale].opennesses,
  }),
]
