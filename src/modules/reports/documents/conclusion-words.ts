import { words } from '../../../platform/i18n/words.ts'

/** What the questions tell apart, what follows from the figures, and what is to be done. `side` is `kpu` or `partner`. */
export const conclusionWords = words('reports.conclusions', {
  id: {
    analysis: {
      noAnswer: 'Analisis belum dapat disusun karena belum ada jawaban yang diterima.',
      tooFew: 'Jawaban per pertanyaan masih terlalu sedikit untuk diperbandingkan.',
      sameScores: 'Kedua pihak memberi skor yang sama pada setiap pertanyaan yang mereka nilai bersama.',
      widest: 'Selisih skor terbesar antara kedua pihak ialah {gap}, pada pertanyaan {items}.',
      bothScores: '“{label}” (KPU {kpu}, mitra {partner})',
      classes: 'Menurut jenis mitra, skor KPU paling berbeda dari skor mitra pada {classes}.',
      class: '{name} ({gap}; n = {n, number})',
      places:
        'Di antara {kind, select, province {provinsi} other {satuan kerja}} yang memiliki sedikitnya {least, number} isian, bagian isian yang terkirim paling kecil ada pada {places}.',
      place: '{name} ({part, plural, =0 {tidak satu pun dari {whole, number}} other {{part, number} dari {whole, number}, {share}}})',
      obstacles: 'Kategori kendala yang paling sering disebut {side, select, kpu {KPU} other {mitra}} ialah {labels}.',
      obstaclesOfBoth: 'Kategori kendala yang paling sering disebut KPU dan mitra sama, yaitu {labels}.',
      level: 'Menurut {side, select, kpu {KPU} other {mitra}}, skor semua pertanyaan sama, yaitu {score}.',
      extremes:
        'Menurut {side, select, kpu {KPU} other {mitra}}, skor tertinggi terdapat pada pertanyaan {highest} ({most}) dan skor terendah pada pertanyaan {lowest} ({least}).',
    },
    conclusion: {
      none: 'Kesimpulan belum dapat ditarik selama belum ada isian yang dikirim.',
      provisional: 'Siklus masih berjalan, sehingga kesimpulan berikut bersifat sementara.',
      response:
        '{extent, select, all {Evaluasi menggambarkan seluruh perjanjian yang dinilai karena tidak ada isian yang tertinggal.} most {Evaluasi bertumpu pada {share} isian{both, plural, =0 {} other {, dan {both, number} dari {pairs, plural, other {# perjanjian}} dinilai oleh kedua pihak}}.} half {Evaluasi baru bertumpu pada {share} isian, sehingga angkanya perlu dibaca dengan hati-hati.} other {Evaluasi baru bertumpu pada {share} isian, sehingga angkanya belum menggambarkan keseluruhan.}}',
      compared:
        '{higher, select, kpu {Secara keseluruhan KPU menilai pelaksanaan kerja sama lebih tinggi daripada mitra, dengan selisih {gap}.} partner {Secara keseluruhan mitra menilai pelaksanaan kerja sama lebih tinggi daripada KPU, dengan selisih {gap}.} other {Secara keseluruhan kedua pihak menilai pelaksanaan kerja sama dengan skor yang berdekatan, dengan selisih {gap}.}}',
      comparedFew:
        '{higher, select, kpu {KPU menilai pelaksanaan kerja sama lebih tinggi daripada mitra, dengan selisih {gap}.} partner {Mitra menilai pelaksanaan kerja sama lebih tinggi daripada KPU, dengan selisih {gap}.} other {Kedua pihak menilai pelaksanaan kerja sama dengan skor yang berdekatan, dengan selisih {gap}.}} Perbandingan ini perlu dibaca dengan hati-hati karena hanya {n, plural, other {# perjanjian}} yang dinilai oleh kedua pihak{names, select, none {} other {, yaitu {names}}}.',
      fulfilment:
        '{extent, select, all {Menurut semua jawaban, kewajiban yang berlaku dilaksanakan seluruhnya.} none {Belum ada jawaban bahwa kewajiban yang berlaku dilaksanakan seluruhnya.} other {Menurut {share} jawaban, kewajiban yang berlaku dilaksanakan seluruhnya.}}',
      onPaper:
        '{extent, select, all {Menurut penilaian tingkat kematangan, semua perjanjian yang dinilai baru berupa dokumen dan belum dilaksanakan.} none {Menurut penilaian tingkat kematangan, semua perjanjian yang dinilai telah dilaksanakan.} other {Menurut penilaian tingkat kematangan, {share} perjanjian yang dinilai baru berupa dokumen dan belum dilaksanakan.}}',
      gatheredIn:
        'Kendala terpusat pada kategori {labels} ({categories, plural, =1 {} other {masing-masing }}{share}), sehingga perbaikan dapat dimulai dari sana.',
      gatheredInFew: 'Sebagian besar kendala ({share}) terpusat pada sebagian kecil kategori, sehingga perbaikan dapat dimulai dari sana.',
      spread:
        'Kendala tidak terpusat pada satu kategori{labels, select, none {} other {: {labels} {categories, plural, =1 {} other {masing-masing }}memuat {top}}}; {few, plural, other {# kategori}} perlu ditangani untuk mengatasi {share} kendala.',
      treated:
        '{extent, select, all {Setiap kendala dan kritik telah memiliki tindak lanjut.} none {Belum ada kendala atau kritik yang memiliki tindak lanjut.} few {Hanya {part, number} dari {whole, plural, other {# kendala dan kritik}} ({share}) yang memiliki tindak lanjut; {left, number} belum ditangani.} other {{part, number} dari {whole, plural, other {# kendala dan kritik}} ({share}) telah memiliki tindak lanjut.}}',
      change:
        'Skor menurut {side, select, kpu {KPU} other {mitra}} {move, select, up {naik} down {turun} other {hampir tidak berubah}} dibandingkan dengan {cycle}.',
    },
    recommendation: {
      explainMissing:
        'Satuan kerja dan mitra menjelaskan {n, plural, other {# isian}} yang tidak dikirim sampai siklus ditutup, dan mengisinya pada kesempatan pertama siklus berikutnya.',
      sendMissing:
        'Satuan kerja dan mitra mengirim {n, plural, other {# isian}} yang belum dikirim sebelum siklus ditutup pada {day, date}.',
      planOrEnd:
        'Satuan kerja menyusun rencana kerja atau mengusulkan pengakhiran atas {n, plural, other {# perjanjian}}{names, select, none {} other { ({names})}} yang menurut penilaian tingkat kematangan belum dilaksanakan, paling lambat {by, date}.',
      decideExpired:
        'Satuan kerja memutuskan perpanjangan atau pengakhiran {n, plural, other {# perjanjian}} yang telah berakhir{names, select, none {} other { ({names})}}, paling lambat {by, date}.',
      jointSteps:
        'Sekretariat menyusun langkah bersama untuk mengatasi kendala yang paling sering dilaporkan, yaitu {labels}, paling lambat {by, date}.',
      setOwners:
        'Paling lambat {by, date}, pimpinan satuan kerja menetapkan penanggung jawab dan tenggat bagi {n, plural, other {# kendala dan kritik}} yang belum memiliki tindak lanjut{offices, select, none {} other {, terutama di {offices}}}.',
      office: '{name} ({n, number})',
      completeOverdue:
        'Paling lambat {by, date}, penanggung jawab menyelesaikan {n, plural, other {# tindak lanjut}} yang terlambat; pimpinan satuan kerja memantaunya setiap bulan.',
      shareResults:
        'Paling lambat {by, date}, satuan kerja menyampaikan hasil evaluasi ini kepada mitra; perbaikannya dinilai pada siklus berikutnya.',
    },
  },
  en: {
    analysis: {
      noAnswer: 'There is nothing to analyse yet because no answers were received.',
      tooFew: 'There are still too few answers to each question to compare them.',
      sameScores: 'The two sides gave the same score to each question that both of them scored.',
      widest: 'The widest gap between the two sides is {gap}: {items}.',
      bothScores: '“{label}” (KPU {kpu}, partners {partner})',
      classes: 'By type of partner, the scores from KPU and from partners differ most for {classes}.',
      class: '{name} ({gap}; n = {n, number})',
      places:
        'Of the {kind, select, province {provinces} other {offices}} with at least {least, number} forms, the smallest share of forms was submitted by {places}.',
      place: '{name} ({part, plural, =0 {none of {whole, number}} other {{part, number} of {whole, number}, {share}}})',
      obstacles: 'The category of obstacles that {side, select, kpu {KPU mentions} other {partners mention}} most often is {labels}.',
      obstaclesOfBoth: 'KPU and partners mention the same category of obstacles most often: {labels}.',
      level: '{side, select, kpu {KPU} other {Partners}} gave all questions the same score, {score}.',
      extremes:
        '{side, select, kpu {KPU} other {Partners}} gave the highest score to {highest} ({most}) and the lowest to {lowest} ({least}).',
    },
    conclusion: {
      none: 'No conclusions can be drawn until a form has been submitted.',
      provisional: 'The cycle is still running, so these conclusions are provisional.',
      response:
        '{extent, select, all {The evaluation describes all the agreements evaluated because no form is missing.} most {The evaluation is based on {share} of the forms{both, plural, =0 {} other {, and {both, number} of {pairs, plural, one {# agreement} other {# agreements}} {both, plural, one {was} other {were}} evaluated by both sides}}.} half {The evaluation is based on only {share} of the forms, so its figures should be read with care.} other {The evaluation is based on only {share} of the forms, so its figures do not describe the whole yet.}}',
      compared:
        '{higher, select, kpu {Overall, KPU scores the cooperation higher than partners do, by {gap}.} partner {Overall, partners score the cooperation higher than KPU does, by {gap}.} other {Overall, the two sides give the cooperation scores that are close together, {gap} apart.}}',
      comparedFew:
        '{higher, select, kpu {KPU scores the cooperation higher than partners do, by {gap}.} partner {Partners score the cooperation higher than KPU does, by {gap}.} other {The two sides give the cooperation scores that are close together, {gap} apart.}} This comparison should be read with care because only {n, plural, one {# agreement was} other {# agreements were}} evaluated by both sides{names, select, none {} other {: {names}}}.',
      fulfilment:
        '{extent, select, all {According to all answers, the applicable obligations are carried out in full.} none {No answer says that an applicable obligation is carried out in full.} other {According to {share} of the answers, the applicable obligations are carried out in full.}}',
      onPaper:
        '{extent, select, all {By their assessed maturity, all agreements exist only on paper and are not yet carried out.} none {By their assessed maturity, all agreements are carried out.} other {By their assessed maturity, {share} of the agreements exist only on paper and are not yet carried out.}}',
      gatheredIn:
        'Obstacles are concentrated in {labels} ({share}{categories, plural, =1 {} other { each}}), so improvement can start there.',
      gatheredInFew: 'Most obstacles ({share}) are concentrated in a few categories, so improvement can start there.',
      spread:
        'Obstacles are not concentrated in one category{labels, select, none {} other {: {labels} {categories, plural, =1 {holds} other {each hold}} {top}}}; {few, plural, one {# category has} other {# categories have}} to be dealt with to overcome {share} of them.',
      treated:
        '{extent, select, all {Each obstacle and criticism has a follow-up.} none {No obstacle or criticism has a follow-up yet.} few {Only {part, number} of {whole, plural, one {# obstacle or criticism} other {# obstacles and criticisms}} ({share}) {part, plural, one {has} other {have}} a follow-up; {left, number} {left, plural, one {has} other {have}} none.} other {{part, number} of {whole, plural, one {# obstacle or criticism} other {# obstacles and criticisms}} ({share}) {part, plural, one {has} other {have}} a follow-up.}}',
      change:
        'The score given by {side, select, kpu {KPU} other {partners}} {move, select, up {rose} down {fell} other {hardly changed}} compared with {cycle}.',
    },
    recommendation: {
      explainMissing:
        'Offices and partners should explain why {n, plural, one {# form was} other {# forms were}} not submitted before the cycle closed, and submit early in the next cycle.',
      sendMissing:
        'Offices and partners should submit the {n, plural, one {# missing form} other {# missing forms}} before the cycle closes on {day, date}.',
      planOrEnd:
        'Offices should draw up a work plan for, or propose to end, the {n, plural, one {# agreement} other {# agreements}}{names, select, none {} other { ({names})}} assessed as not yet carried out, by {by, date}.',
      decideExpired:
        'Offices should decide whether to renew or end the {n, plural, one {# expired agreement} other {# expired agreements}}{names, select, none {} other { ({names})}} by {by, date}.',
      jointSteps: 'The secretariat should prepare joint steps to overcome the obstacles reported most often, {labels}, by {by, date}.',
      setOwners:
        'By {by, date}, heads of offices should set an owner and a due date for the {n, plural, one {# obstacle or criticism} other {# obstacles and criticisms}} without a follow-up{offices, select, none {} other {, above all {offices}}}.',
      office: '{name} ({n, number})',
      completeOverdue:
        'Owners should complete the {n, plural, one {# overdue follow-up} other {# overdue follow-ups}} by {by, date}, and heads of offices should review progress every month.',
      shareResults: 'Offices should share the results with their partners by {by, date}; the next cycle evaluates what has improved.',
    },
  },
})
