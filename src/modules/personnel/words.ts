import { words as define, type Locale, textIn } from '../../platform/i18n/words.ts'
import { isBlankCell } from '../../platform/reading/cell-words.ts'
import { firstOf } from '../../platform/values/cut.ts'
import type { JudgedPerson, PersonCells, PersonField, PersonProblem } from './schema.ts'

export const words = define('personnel', {
  id: {
    title: 'Impor orang',
    lead: 'Unggah daftar pejabat dan operator dari Excel atau CSV. Setiap baris diperiksa dahulu; tidak ada yang dicatat sebelum Anda menyetujuinya, dan tidak ada undangan yang dikirim.',
    file: 'Berkas',
    kinds: 'Excel (.xlsx) atau CSV',
    upload: 'Unggah dan periksa',
    template: 'Unduh contoh berkas',
    history: 'Riwayat impor orang',
    noImports: 'Belum ada daftar orang yang diimpor',
    noImportsHint: 'Berkas yang Anda unggah tersimpan di sini, lengkap dengan baris aslinya.',
    toPeople: 'Buka daftar orang',
    preview: 'Periksa hasilnya. Perbaiki baris yang bermasalah di sini atau lewati; lalu setujui.',
    outcomesAfter: { ready: 'Orang baru', duplicate: 'Ganda', update: 'Pembaruan', attention: 'Bermasalah' },
    rowNumber: 'Baris {row}{sheet, select, none {} other {, lembar {sheet}}}',
    asItCame: '“{text}”',
    sameAsRow: 'Sama dengan {row}.',
    sameAsKnown: 'Sudah terdaftar:',
    changes: 'Yang berubah: {names}.',
    said: 'Yang terbaca',
    nobody: 'tanpa nama',
    contact: 'Kontak',
    noHeader:
      'Tidak ada judul kolom Nama, Jabatan, dan Satuan Kerja. Beri nama kolom-kolomnya seperti itu, atau unduh contoh berkas dan salin baris Anda ke dalamnya.',
    fields: {
      name: 'Nama',
      nip: 'NIP',
      position: 'Jabatan',
      officeName: 'Satuan kerja',
      officeCode: 'Kode wilayah',
      phones: 'Nomor telepon',
      email: 'Surel',
      startsOn: 'Mulai menjabat',
      endsOn: 'Akhir masa jabatan',
    },
    empty: {
      position_unknown: 'Jabatannya kosong. Tulis misalnya Anggota, Kepala Subbagian Hukum, atau Operator.',
      office_unknown: 'Satuan kerjanya kosong. Isi nama atau kodenya, misalnya 35.76.',
    },
    nipInvalid: 'NIP terdiri atas 18 angka; tertulis “{text}”. Tulis ulang sebagai teks, atau kosongkan.',
    emailRepeated: 'Alamat surel ini tertulis juga untuk {name} ({row}). Tulis alamat orang ini sendiri, atau kosongkan.',
    problems: {
      date_invalid: 'Ada tanggal yang tidak terbaca. Tulis seperti 12 Januari 2022, atau kosongkan.',
      email_invalid: 'Alamat surel tidak benar. Tulis seperti nama@contoh.go.id, atau kosongkan.',
      email_taken: 'Alamat surel ini milik orang lain. Tulis alamat orang ini sendiri, atau kosongkan.',
      ends_before_start: 'Akhir masa jabatan lebih awal daripada mulainya. Periksa kedua tanggalnya.',
      example_row: 'Ini baris contoh dari berkas contoh. Ganti dengan orang yang sebenarnya, atau lewati.',
      name_missing: 'Namanya kosong. Isi nama orangnya.',
      nip_differs:
        'Orang bernama sama di satuan kerja ini mempunyai NIP lain. Betulkan NIP-nya; bila memang dua orang, catat yang satu di halaman Orang.',
      office_closed: 'Satuan kerja ini sudah atau akan ditutup.',
      office_conflict: 'Kode wilayah dan nama satuan kerja menunjuk dua satuan kerja yang berbeda. Betulkan salah satunya.',
      office_out_of_reach: 'Satuan kerja ini di luar wilayah kerja Anda. Mintalah satuan kerja itu mengimpor orangnya.',
      office_unknown: 'Kode maupun nama satuan kerja tidak dikenal. Tulis kodenya, misalnya 35.76.',
      phone_invalid: 'Ada nomor telepon yang tidak benar. Tulis seperti 0841 2345 678; beberapa nomor dipisahkan titik koma.',
      position_unknown: 'Jabatan tidak dikenal. Tulis misalnya Anggota, Kepala Subbagian Hukum, atau Operator.',
      refused: 'Baris ini tidak dapat dicatat.',
      register_changed:
        'Daftar orang berubah setelah baris ini diperiksa, sehingga baris ini tidak dicatat. Impor lagi baris ini bila masih perlu.',
    },
  },
  en: {
    title: 'Import people',
    lead: 'Upload a list of officials and operators from Excel or CSV. Each row is checked first; nothing is recorded until you approve it, and no invitations are sent.',
    file: 'File',
    kinds: 'Excel (.xlsx) or CSV',
    upload: 'Upload and check',
    template: 'Download an example file',
    history: 'Earlier imports',
    noImports: 'No files imported yet',
    noImportsHint: 'The files you upload are kept here, with their original rows.',
    toPeople: 'Open the list of people',
    preview: 'Check the outcome. Correct problem rows here or skip them; then approve.',
    outcomesAfter: { ready: 'New', duplicate: 'Duplicate', update: 'Update', attention: 'With problems' },
    rowNumber: 'Row {row}{sheet, select, none {} other {, sheet {sheet}}}',
    asItCame: '“{text}”',
    sameAsRow: 'The same as {row}.',
    sameAsKnown: 'Already registered:',
    changes: 'What changes: {names}.',
    said: 'What was read',
    nobody: 'no name',
    contact: 'Contact',
    noHeader:
      'There is no heading row with the columns Nama, Jabatan and Satuan Kerja. Name the columns like that, or download the example file and copy your rows into it.',
    fields: {
      name: 'Name',
      nip: 'NIP',
      position: 'Position',
      officeName: 'Office',
      officeCode: 'Region code',
      phones: 'Phone',
      email: 'E-mail',
      startsOn: 'In office from',
      endsOn: 'In office until',
    },
    empty: {
      position_unknown: 'The position is empty. Write for example Anggota, Kepala Subbagian Hukum or Operator.',
      office_unknown: 'The office is empty. Fill in its name or its code, such as 35.76.',
    },
    nipInvalid: 'A NIP has 18 digits; this one is written as “{text}”. Write it again as text, or leave it empty.',
    emailRepeated: 'This e-mail address is also given for {name} ({row}). Enter this person’s own, or leave it empty.',
    problems: {
      date_invalid: 'A date cannot be read. Write it like 12 January 2022, or leave it empty.',
      email_invalid: 'The e-mail address is not valid. Write it like name@example.go.id, or leave it empty.',
      email_taken: 'This e-mail address is somebody else’s. Enter this person’s own, or leave it empty.',
      ends_before_start: 'The end of the term is before its beginning. Check both dates.',
      example_row: 'This is an example row from the example file. Replace it with a real person, or skip it.',
      name_missing: 'The name is empty. Fill it in.',
      nip_differs:
        'Somebody of this name at this office has another NIP. Correct the NIP; if they are two people, record one on the People page.',
      office_closed: 'This office has closed or is about to close.',
      office_conflict: 'The region code and office name point to two different offices. Correct one of them.',
      office_out_of_reach: 'This office is outside your area. Ask it to import its own people.',
      office_unknown: 'Neither the code nor the name of the office is recognised. Write its code, such as 35.76.',
      phone_invalid: 'A phone number is not valid. Write it like 0841 2345 678; separate several with semicolons.',
      position_unknown: 'The position is not recognised. Write for example Anggota, Kepala Subbagian Hukum or Operator.',
      refused: 'This row cannot be recorded.',
      register_changed:
        'The list of people changed after this row was checked, so it was not recorded. Import the row again if it is still needed.',
    },
  },
})
type PersonnelWords = (typeof words)['id']

/** A problem of a row in words, by its cells; of what the register refused, or would, with its reason. */
export function problemText(
  w: PersonnelWords,
  problem: PersonProblem,
  { reason, sameEmail }: Pick<JudgedPerson, 'reason' | 'sameEmail'>,
  cells: PersonCells,
  locale: Locale,
): string {
  const isBlank = (...fields: PersonField[]) => fields.every(field => isBlankCell(cells[field] ?? ''))
  if (problem === 'position_unknown' && isBlank('position')) return w.empty.position_unknown
  if (problem === 'office_unknown' && isBlank('officeCode', 'officeName')) return w.empty.office_unknown
  if (problem === 'nip_invalid') return w.nipInvalid({ text: firstOf(cells.nip ?? '', 160) })
  if (problem === 'email_repeated')
    return sameEmail ? w.emailRepeated({ name: sameEmail.name, row: w.rowNumber(sameEmail) }) : w.problems.email_taken
  if (problem === 'office_closed') return textIn(reason, locale) ?? w.problems.office_closed
  return [w.problems[problem], problem === 'refused' ? textIn(reason, locale) : null].filter(Boolean).join(' ')
}
