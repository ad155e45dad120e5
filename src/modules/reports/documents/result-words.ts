import { words } from '../../../platform/i18n/words.ts'

/**
 * What was counted. `extent` tells how much a part is of its whole: `one` and `notOne` where the whole is a single thing, `both`, `all`,
 * `none`, and otherwise a share.
 */
export const resultWords = words('reports.results', {
  id: {
    forms: {
      all: '{extent, select, one {Satu-satunya isian telah dikirim.} notOne {Satu-satunya isian belum dikirim.} both {Kedua isian telah dikirim.} all {Semua {whole, number} isian telah dikirim.} none {Tidak satu pun dari {whole, number} isian telah dikirim.} other {{part, number} dari {whole, number} isian ({share}) telah dikirim.}}',
      kpu: 'Pihak KPU: {extent, select, one {isian yang diminta telah dikirim} notOne {isian yang diminta belum dikirim} both {kedua isian telah dikirim} all {semua {whole, number} isian telah dikirim} none {tidak satu pun dari {whole, number} isian telah dikirim} other {{part, number} dari {whole, number} isian ({share}) telah dikirim}}.',
      partner:
        'Pihak mitra: {extent, select, one {isian yang diminta telah dikirim} notOne {isian yang diminta belum dikirim} both {kedua isian telah dikirim} all {semua {whole, number} isian telah dikirim} none {tidak satu pun dari {whole, number} isian telah dikirim} other {{part, number} dari {whole, number} isian ({share}) telah dikirim}}.',
      none: 'Pada siklus ini tidak ada isian yang harus dikirim.',
      nobodyAsked: 'Tidak ada satuan kerja atau mitra yang diminta mengirim isian.',
      offices:
        '{extent, select, one {Hanya satu satuan kerja yang memiliki isian, dan satuan kerja itu telah mengirim semuanya.} notOne {Hanya satu satuan kerja yang memiliki isian, dan satuan kerja itu belum mengirim semuanya.} both {Kedua satuan kerja yang memiliki isian telah mengirim semua isiannya.} all {Semua {whole, number} satuan kerja yang memiliki isian telah mengirim semua isiannya.} none {Tidak satu pun dari {whole, number} satuan kerja yang memiliki isian telah mengirim semua isiannya.} other {{part, number} dari {whole, number} satuan kerja yang memiliki isian ({share}) telah mengirim semua isiannya.}}',
      silent: 'Belum ada isian yang dikirim dari {provinces}.',
      each: 'Status setiap isian dirinci dalam berkas Excel laporan ini.',
    },
    scores: {
      both: 'Skor rata-rata menurut KPU ialah {kpu} dan menurut mitra {partner} dari 100.',
      kpu: 'Skor rata-rata menurut KPU ialah {kpu} dari 100; belum ada skor menurut mitra.',
      partner: 'Skor rata-rata menurut mitra ialah {partner} dari 100; belum ada skor menurut KPU.',
      none: 'Skor belum dapat dihitung karena belum ada jawaban yang diberi skor.',
    },
    achievement: {
      full: '{extent, select, both {Kedua jawaban atas kewajiban yang berlaku menyatakan kewajiban dilaksanakan seluruhnya.} all {Semua {whole, number} jawaban atas kewajiban yang berlaku menyatakan kewajiban dilaksanakan seluruhnya.} none {Tidak satu pun dari {whole, number} jawaban atas kewajiban yang berlaku menyatakan kewajiban dilaksanakan seluruhnya.} other {{part, number} dari {whole, number} jawaban atas kewajiban yang berlaku ({share}) menyatakan kewajiban dilaksanakan seluruhnya.}}',
      not: '{extent, select, both {Kedua jawaban atas kewajiban yang berlaku menyatakan kewajiban tidak dilaksanakan.} all {Semua {whole, number} jawaban atas kewajiban yang berlaku menyatakan kewajiban tidak dilaksanakan.} none {Tidak satu pun dari {whole, number} jawaban atas kewajiban yang berlaku menyatakan kewajiban tidak dilaksanakan.} other {{part, number} dari {whole, number} jawaban atas kewajiban yang berlaku ({share}) menyatakan kewajiban tidak dilaksanakan.}}',
      single:
        'Satu-satunya jawaban atas kewajiban yang berlaku menyatakan kewajiban {result, select, full {dilaksanakan seluruhnya} part {dilaksanakan sebagian} other {tidak dilaksanakan}}.',
      level:
        '{level, select, 1 {Satu perjanjian dinilai kematangannya dan masih pada tingkat 1, yakni dokumennya ada tetapi belum dilaksanakan.} 4 {Satu perjanjian dinilai kematangannya dan mencapai tingkat 4.} other {Satu perjanjian dinilai kematangannya dan berada pada tingkat {level}.}}',
      lowest:
        '{extent, select, both {Kedua perjanjian yang dinilai kematangannya masih pada tingkat 1, yakni dokumennya ada tetapi belum dilaksanakan.} all {Semua {whole, number} perjanjian yang dinilai kematangannya masih pada tingkat 1, yakni dokumennya ada tetapi belum dilaksanakan.} none {Tidak satu pun dari {whole, number} perjanjian yang dinilai kematangannya masih pada tingkat 1, yakni dokumennya ada tetapi belum dilaksanakan.} other {{part, number} dari {whole, number} perjanjian yang dinilai kematangannya ({share}) masih pada tingkat 1, yakni dokumennya ada tetapi belum dilaksanakan.}}',
      highest:
        '{extent, select, both {Kedua perjanjian yang dinilai kematangannya mencapai tingkat 4.} all {Semua {whole, number} perjanjian yang dinilai kematangannya mencapai tingkat 4.} none {Tidak satu pun dari {whole, number} perjanjian yang dinilai kematangannya mencapai tingkat 4.} other {{part, number} dari {whole, number} perjanjian yang dinilai kematangannya ({share}) mencapai tingkat 4.}}',
      bothSides:
        '{extent, select, one {Perjanjian yang diminta dinilai oleh kedua pihak telah dinilai oleh keduanya.} notOne {Perjanjian yang diminta dinilai oleh kedua pihak belum dinilai oleh keduanya.} both {Kedua perjanjian telah dinilai oleh kedua pihak.} all {Semua {whole, number} perjanjian telah dinilai oleh kedua pihak.} none {Tidak satu pun dari {whole, number} perjanjian telah dinilai oleh kedua pihak.} other {{part, number} dari {whole, number} perjanjian ({share}) telah dinilai oleh kedua pihak.}}',
      none: 'Capaian belum dapat diuraikan karena belum ada jawaban yang diterima.',
    },
    obstacles: {
      noFinding: 'Tidak ada temuan yang tercatat.',
      none: 'Tidak ada kendala di antara temuan yang tercatat.',
      tooFew: 'Kendala yang tercatat ({n, number}) terlalu sedikit untuk menyebut kategori yang terbanyak.',
      most: 'Kategori kendala terbanyak ialah {labels}, {categories, plural, =1 {} other {masing-masing }}{part, number} dari {whole, plural, other {# kendala}} ({share}).',
      noAnswer: 'Jawaban yang diterima tidak memuat kendala, saran, kritik, atau solusi.',
      findings: 'Tercatat {n, plural, other {# temuan}}, yaitu {kinds}.',
      kind: '{n, number} {kind, select, obstacle {kendala} suggestion {saran} criticism {kritik} solution {solusi} other {{label}}}',
      concentration:
        'Dari {of, number} kategori yang muncul, {few, plural, other {# memuat}} {part, number} dari {whole, plural, other {# kendala}} ({share}).',
    },
    followUps: {
      none: 'Tidak ada temuan yang telah dijadikan tindak lanjut.',
      noneSet: 'Belum ada tindak lanjut yang ditetapkan.',
      verified:
        '{extent, select, one {Satu-satunya tindak lanjut telah selesai dan diperiksa.} notOne {Satu-satunya tindak lanjut belum selesai dan diperiksa.} both {Kedua tindak lanjut telah selesai dan diperiksa.} all {Semua {whole, number} tindak lanjut telah selesai dan diperiksa.} none {Tidak satu pun dari {whole, number} tindak lanjut telah selesai dan diperiksa.} other {{part, number} dari {whole, number} tindak lanjut ({share}) telah selesai dan diperiksa.}}',
      treated:
        '{extent, select, one {Satu-satunya temuan memiliki tindak lanjut.} notOne {Satu-satunya temuan tidak memiliki tindak lanjut.} both {Kedua temuan memiliki tindak lanjut.} all {Semua {whole, number} temuan memiliki tindak lanjut.} none {Tidak satu pun dari {whole, number} temuan memiliki tindak lanjut.} other {{part, number} dari {whole, number} temuan ({share}) memiliki tindak lanjut.}}',
      byState: 'Menurut status, {n, plural, other {# tindak lanjut}} terdiri atas {states}.',
      state:
        '{n, number} {state, select, open {dikerjakan} reported {menunggu pemeriksaan} returned {dikembalikan} verified {selesai} cancelled {dibatalkan} other {{label}}}',
      overdue:
        '{extent, select, one {Tindak lanjut yang belum selesai, hanya satu, terlambat.} notOne {Tindak lanjut yang belum selesai, hanya satu, tidak terlambat.} both {Kedua tindak lanjut yang belum selesai terlambat.} all {Semua {whole, number} tindak lanjut yang belum selesai terlambat.} none {Tidak satu pun dari {whole, number} tindak lanjut yang belum selesai terlambat.} other {{part, number} dari {whole, number} tindak lanjut yang belum selesai ({share}) terlambat.}}',
    },
  },
  en: {
    forms: {
      all: '{extent, select, one {The only form has been submitted.} notOne {The only form has not been submitted.} both {Both forms have been submitted.} all {All {whole, number} forms have been submitted.} none {None of the {whole, number} forms has been submitted.} other {{part, number} of {whole, number} forms ({share}) {part, plural, one {has} other {have}} been submitted.}}',
      kpu: 'KPU: {extent, select, one {the form asked for has been submitted} notOne {the form asked for has not been submitted} both {both forms have been submitted} all {all {whole, number} forms have been submitted} none {none of the {whole, number} forms has been submitted} other {{part, number} of {whole, number} forms ({share}) {part, plural, one {has} other {have}} been submitted}}.',
      partner:
        'Partners: {extent, select, one {the form asked for has been submitted} notOne {the form asked for has not been submitted} both {both forms have been submitted} all {all {whole, number} forms have been submitted} none {none of the {whole, number} forms has been submitted} other {{part, number} of {whole, number} forms ({share}) {part, plural, one {has} other {have}} been submitted}}.',
      none: 'There are no forms to submit in this cycle.',
      nobodyAsked: 'No office or partner was asked to answer.',
      offices:
        '{extent, select, one {Only one office has forms, and it has submitted all of them.} notOne {Only one office has forms, and it has not submitted all of them.} both {Both offices with forms have submitted all of their forms.} all {All {whole, number} offices with forms have submitted all of their forms.} none {None of the {whole, number} offices with forms has submitted all of its forms.} other {{part, number} of {whole, number} offices with forms ({share}) {part, plural, one {has submitted all of its forms} other {have submitted all of their forms}}.}}',
      silent: 'No form has been submitted yet from {provinces}.',
      each: 'The Excel file of this report lists the status of each form.',
    },
    scores: {
      both: 'The average score is {kpu} from KPU and {partner} from partners, out of 100.',
      kpu: 'The average score given by KPU is {kpu} out of 100; partners have given none yet.',
      partner: 'The average score given by partners is {partner} out of 100; KPU has given none yet.',
      none: 'No score can be calculated yet because no scored answers were received.',
    },
    achievement: {
      full: '{extent, select, both {Both answers on applicable obligations say that the obligation was carried out in full.} all {All {whole, number} answers on applicable obligations say that the obligation was carried out in full.} none {None of the {whole, number} answers on applicable obligations says that the obligation was carried out in full.} other {{part, number} of {whole, number} answers on applicable obligations ({share}) {part, plural, one {says} other {say}} that the obligation was carried out in full.}}',
      not: '{extent, select, both {Both answers on applicable obligations say that the obligation was not carried out.} all {All {whole, number} answers on applicable obligations say that the obligation was not carried out.} none {None of the {whole, number} answers on applicable obligations says that the obligation was not carried out.} other {{part, number} of {whole, number} answers on applicable obligations ({share}) {part, plural, one {says} other {say}} that the obligation was not carried out.}}',
      single:
        'The only answer on applicable obligations says that the obligation was {result, select, full {carried out in full} part {carried out in part} other {not carried out}}.',
      level:
        '{level, select, 1 {One agreement is assessed for maturity, and is still at level 1 (the document exists but is not carried out).} 4 {One agreement is assessed for maturity, and has reached level 4.} other {One agreement is assessed for maturity, and is at level {level}.}}',
      lowest:
        '{extent, select, both {Both agreements assessed for maturity are still at level 1 (the document exists but is not carried out).} all {All {whole, number} agreements assessed for maturity are still at level 1 (the document exists but is not carried out).} none {None of the {whole, number} agreements assessed for maturity is still at level 1 (the document exists but is not carried out).} other {{part, number} of {whole, number} agreements assessed for maturity ({share}) {part, plural, one {is} other {are}} still at level 1 (the document exists but is not carried out).}}',
      highest:
        '{extent, select, both {Both agreements assessed for maturity have reached level 4.} all {All {whole, number} agreements assessed for maturity have reached level 4.} none {None of the {whole, number} agreements assessed for maturity has reached level 4.} other {{part, number} of {whole, number} agreements assessed for maturity ({share}) {part, plural, one {has} other {have}} reached level 4.}}',
      bothSides:
        '{extent, select, one {The agreement that both sides were asked to evaluate has been evaluated by both.} notOne {The agreement that both sides were asked to evaluate has not been evaluated by both.} both {Both agreements have been evaluated by both sides.} all {All {whole, number} agreements have been evaluated by both sides.} none {None of the {whole, number} agreements has been evaluated by both sides.} other {{part, number} of {whole, number} agreements ({share}) {part, plural, one {has} other {have}} been evaluated by both sides.}}',
      none: 'The results cannot be described yet because no answers were received.',
    },
    obstacles: {
      noFinding: 'No findings are recorded.',
      none: 'There are no obstacles among the findings recorded.',
      tooFew: 'Too few obstacles ({n, number}) are recorded to name the most frequent category.',
      most: 'The most frequent {categories, plural, =1 {category of obstacles is} other {categories of obstacles are}} {labels}, {categories, plural, =1 {} other {each }}with {part, number} of {whole, plural, one {# obstacle} other {# obstacles}} ({share}).',
      noAnswer: 'The answers received contain no obstacles, suggestions, criticisms or solutions.',
      findings: '{n, plural, one {# finding is} other {# findings are}} recorded: {kinds}.',
      kind: '{n, number} {kind, select, obstacle {{n, plural, one {obstacle} other {obstacles}}} suggestion {{n, plural, one {suggestion} other {suggestions}}} criticism {{n, plural, one {criticism} other {criticisms}}} solution {{n, plural, one {solution} other {solutions}}} other {{label}}}',
      concentration:
        'Of the {of, number} categories found, {few, plural, one {# accounts} other {# account}} for {part, number} of {whole, plural, one {# obstacle} other {# obstacles}} ({share}).',
    },
    followUps: {
      none: 'No findings have been turned into follow-ups.',
      noneSet: 'No follow-ups have been set yet.',
      verified:
        '{extent, select, one {The only follow-up has been verified.} notOne {The only follow-up has not been verified.} both {Both follow-ups have been verified.} all {All {whole, number} follow-ups have been verified.} none {None of the {whole, number} follow-ups has been verified.} other {{part, number} of {whole, number} follow-ups ({share}) {part, plural, one {has} other {have}} been verified.}}',
      treated:
        '{extent, select, one {The only finding has a follow-up.} notOne {The only finding has no follow-up.} both {Both findings have a follow-up.} all {All {whole, number} findings have a follow-up.} none {None of the {whole, number} findings has a follow-up.} other {{part, number} of {whole, number} findings ({share}) {part, plural, one {has} other {have}} a follow-up.}}',
      byState: 'By status, there {n, plural, one {is # follow-up} other {are # follow-ups}}: {states}.',
      state:
        '{n, number} {state, select, open {in progress} reported {awaiting verification} returned {returned} verified {done} cancelled {cancelled} other {{label}}}',
      overdue:
        '{extent, select, one {One follow-up is not yet done, and it is overdue.} notOne {One follow-up is not yet done, and it is not overdue.} both {Both follow-ups not yet done are overdue.} all {All {whole, number} follow-ups not yet done are overdue.} none {None of the {whole, number} follow-ups not yet done is overdue.} other {{part, number} of {whole, number} follow-ups not yet done ({share}) {part, plural, one {is} other {are}} overdue.}}',
    },
  },
})
