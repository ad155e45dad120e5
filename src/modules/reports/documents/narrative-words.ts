import { words } from '../../../platform/i18n/words.ts'

/** What every report says before and after its results. Each line is a paragraph, and a language may have more or fewer of them. */
export const narrativeWords = words('reports.narrative', {
  id: {
    foreword:
      'Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa, karena atas rahmat-Nya {title} dapat disusun.\nLaporan ini menyajikan hasil evaluasi atas {agreements, plural, other {# perjanjian}} dengan {partners, plural, other {# mitra}}{cycle, select, none {} other { pada {cycle}}}, menurut jawaban yang diterima sampai dengan {cutoff}. Setiap angka di dalamnya dihitung dari jawaban yang dikirim oleh satuan kerja dan mitra, dan dapat ditelusuri kembali sampai ke jawaban itu.\nKami menyampaikan terima kasih kepada seluruh satuan kerja dan mitra yang telah mengirim isian. Semoga laporan ini bermanfaat sebagai dasar perbaikan pelaksanaan kerja sama.',
    background:
      'Dalam penyelenggaraan Pemilihan Umum dan Pemilihan, KPU bekerja sama dengan lembaga di luar KPU.{partners, plural, =0 {} other { Laporan {office} ini mencakup # mitra dari jenis {kinds}.}} Kerja sama itu dituangkan dalam nota kesepahaman, perjanjian kerja sama, dan adendum.\nPerjanjian yang telah ditandatangani baru bermanfaat apabila dilaksanakan. Karena itu pelaksanaannya perlu dipantau dan dievaluasi secara berkala oleh kedua pihak, kendalanya diketahui, dan perbaikannya ditindaklanjuti sampai tuntas.',
    legalBasis:
      'Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum beserta perubahannya;\nUndang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;\nPeraturan Komisi Pemilihan Umum Nomor 2 Tahun 2021 tentang Tata Naskah Dinas sebagaimana diubah dengan Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2021;\nKeputusan Komisi Pemilihan Umum Nomor 1068 Tahun 2023 tentang Pedoman Teknis Penyusunan Naskah Dinas Surat Perjanjian.',
    purpose:
      'Laporan ini dimaksudkan untuk memberikan gambaran yang utuh tentang pelaksanaan kerja sama kepada pimpinan.\nTujuannya ialah menilai pelaksanaan kerja sama, mengetahui tindak lanjutnya, mengenali kendalanya, dan menghimpun saran serta kritik dari kedua pihak.',
    scope:
      'Evaluasi mencakup {agreements, plural, other {# perjanjian}} dengan {partners, plural, other {# mitra}}. {offices, plural, =1 {} other {Dari {offices, number} satuan kerja, {withForms, number} satuan kerja memiliki isian yang harus dikirim. }}Periode yang dievaluasi ialah {from, date} sampai dengan {to, date}.',
    method:
      'Evaluasi menggunakan instrumen “{instrument}” versi {version, number}. Satuan kerja dan mitra menjawab pertanyaan yang sama secara terpisah; jawaban satu pihak tidak terlihat oleh pihak lain sebelum keduanya mengirim.\nPengisian dibuka pada {opens, date}, dengan tenggat {due, date}, dan {closed, select, true {ditutup} other {akan ditutup}} pada {closes, date}. Skor dinyatakan dalam rentang 0 sampai dengan 100 menurut bobot pertanyaan; jawaban “tidak berlaku” tidak ikut dihitung. Data diambil per {cutoff}.\nKesimpulan hanya ditarik dari sekurang-kurangnya 5 jawaban. Skor yang berjarak kurang dari 5,0 disebut berdekatan.',
    overview: 'Pada siklus ini dinilai {agreements, plural, other {# perjanjian}} dengan {partners, plural, other {# mitra}}.',
    expired: 'Masa berlaku {n, plural, other {# perjanjian}} telah berakhir tanpa keputusan lanjutan.',
    expiring: 'Masa berlaku {n, plural, other {# perjanjian}} akan berakhir dalam 90 hari.',
    closing: 'Demikian laporan ini disusun untuk dipergunakan sebagai bahan pengambilan keputusan dan perbaikan pelaksanaan kerja sama.',
    quoted: '“{label}”',
    others: '{n, plural, other {# lainnya}}',
  },
  en: {
    foreword:
      'This report, {title}, presents the evaluation of {agreements, plural, one {# agreement} other {# agreements}} with {partners, plural, one {# partner} other {# partners}}{cycle, select, none {} other { in {cycle}}}, based on the answers received up to {cutoff}. Every figure is calculated from the answers that offices and partners submitted, and can be traced back to them.\nWe thank all offices and partners who answered. We hope that this report helps to improve the cooperation.',
    background:
      'KPU works with other institutions to hold general and regional elections.{partners, plural, =0 {} one { This report of {office} covers # partner, by type: {kinds}.} other { This report of {office} covers # partners, by type: {kinds}.}} This cooperation is set out in memoranda of understanding, cooperation agreements and addenda.\nA signed agreement is useful only if it is carried out. Both sides therefore monitor and evaluate it regularly, identify its obstacles, and follow up on improvements until they are done.',
    legalBasis:
      'Law No. 7 of 2017 on General Elections, as amended;\nLaw No. 14 of 2008 on Public Information Disclosure;\nKPU Regulation No. 2 of 2021 on Official Documents, as amended by Regulation No. 8 of 2021;\nKPU Decree No. 1068 of 2023 on the Technical Guideline for Drafting Agreements.',
    purpose:
      'This report gives the leadership a complete picture of how the cooperation is carried out.\nIts objectives are to evaluate the cooperation, to track its follow-ups, to identify its obstacles, and to collect suggestions and criticism from both sides.',
    scope:
      'The evaluation covers {agreements, plural, one {# agreement} other {# agreements}} with {partners, plural, one {# partner} other {# partners}}. {offices, plural, one {} other {Of {offices, number} offices, {withForms, number} had forms to submit. }}The period evaluated is {from, date} to {to, date}.',
    method:
      'The evaluation used the questionnaire “{instrument}”, version {version, number}. Offices and partners answered the same questions separately; neither saw the other’s answers until both had submitted.\n{closed, select, true {Forms opened on {opens, date}, were due on {due, date}, and closed on {closes, date}.} other {Forms opened on {opens, date}, are due on {due, date}, and close on {closes, date}.}} Scores run from 0 to 100 and are weighted by question; “not applicable” is not counted. Data as of {cutoff}.\nConclusions are drawn only from 5 or more answers. Scores less than 5.0 apart are called close together.',
    overview:
      'This cycle evaluates {agreements, plural, one {# agreement} other {# agreements}} with {partners, plural, one {# partner} other {# partners}}.',
    expired: 'The term of {n, plural, one {# agreement} other {# agreements}} has ended without a decision to renew or end.',
    expiring: 'The term of {n, plural, one {# agreement} other {# agreements}} ends within 90 days.',
    closing: 'This report is submitted as a basis for decisions and for improving how the cooperation is carried out.',
    quoted: '“{label}”',
    others: '{n, plural, one {# other} other {# others}}',
  },
})
