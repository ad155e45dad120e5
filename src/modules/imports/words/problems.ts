import { words } from '../../../platform/i18n/words.ts'

/** Why a person must decide about a row, and what is proposed. */
export const problemWords = words('imports.problems', {
  id: {
    cell: 'Sel {cell}{sheet, select, none {} other {, lembar {sheet}}}',
    proposal: 'Mungkin maksudnya {text}.',
    problemFile: 'Unduh baris bermasalah',
    perhaps: 'Mungkin yang dimaksud: {names}',
    noProblem: 'Tidak ada masalah pada baris ini.',
    noTitle: 'Baris ini dapat dicatat, tetapi “Tentang” masih kosong; isi di sini, atau lengkapi perjanjiannya kemudian.',
    fromFile: 'Jika dikosongkan: {value}, seperti ditentukan untuk seluruh berkas.',
    kindMissing: 'Jenis naskah belum diisi; pilih di sini, atau untuk seluruh berkas di Ubah kolom.',
    dateMissing: 'Tanggal penandatanganan kosong. Isi tanggalnya.',
    titleMissing: '“Tentang” kosong. Isi judulnya.',
    asWritten: 'Seperti dalam berkas: {text}',
    found: '{cell}: “{text}”.',
    otherCells: 'Sel lainnya',
    problems: {
      cell_error: 'Ada sel yang berisi kesalahan rumus. Tulis isinya, atau kosongkan.',
      class_unknown: 'Jenis mitra tidak dikenal. Tulis misalnya perguruan tinggi, kementerian, atau lembaga swadaya masyarakat.',
      date_invalid: 'Ada tanggal yang tidak terbaca. Tulis seperti 12 Januari 2022; tahunnya 1945 sampai 2099.',
      day_order_unclear: 'Tanggal ini dapat berarti dua hari yang berbeda. Tentukan dahulu urutan hari dan bulan untuk seluruh kolomnya.',
      ditto: 'Ada sel yang hanya menunjuk baris di atasnya. Terima usulannya, atau tulis isinya.',
      ends_before_start: 'Tanggal berakhir lebih awal daripada tanggal mulai. Periksa kedua tanggalnya.',
      kind_unknown: 'Jenis naskah tidak dikenal. Pilih Nota Kesepahaman, Perjanjian Kerja Sama, atau Adendum.',
      number_missing: 'Nomor naskah KPU kosong. Isi nomornya, atau catat baris ini sebagai draf.',
      number_became_other:
        'Nomor naskah telah diubah aplikasi lembar kerja menjadi tanggal atau bilangan. Tulis nomornya seperti pada naskah.',
      office_conflict: 'Kode wilayah dan nama satuan kerja menunjuk dua satuan kerja yang berbeda. Betulkan salah satunya.',
      office_out_of_reach:
        'Satuan kerja ini bukan wilayah kerja pengunggah berkas, sehingga baris ini tidak dicatat. Mintalah satuan kerja itu mengimpornya.',
      office_unclear:
        'Kode atau nama satuan kerja tidak dikenal, walau yang lain dikenal. Pastikan keduanya menunjuk satuan kerja yang sama.',
      office_unknown: 'Kode maupun nama satuan kerja tidak dikenal, atau bukan wilayah kerja Anda. Tulis kodenya, misalnya 35.76.',
      openness_unknown: 'Keterbukaan tidak dikenal. Tulis “publik”, “berdasarkan permintaan”, atau “dikecualikan” beserta alasannya.',
      parties_unclear: 'Tidak jelas keterangan mana milik pihak yang mana. Pisahkan dengan titik koma, satu untuk setiap pihak.',
      partner_missing: 'Nama mitra kosong. Isi nama mitranya.',
      partners_differ:
        'Nomor ini sudah dipakai untuk perjanjian dengan sebagian mitra ini. Pastikan mitra dan nomornya; catat sebagai perjanjian lain bila memang demikian.',
      register_changed:
        'Daftar perjanjian berubah setelah baris ini diperiksa, sehingga baris ini tidak dicatat. Impor lagi baris ini bila masih perlu.',
      signatories_unclear: 'Tidak jelas siapa yang menandatangani untuk KPU dan siapa untuk mitra. Isi keempat kolom penanda tangan.',
      term_unknown: 'Jangka waktu tidak terbaca. Tulis seperti 5 tahun atau 60 bulan.',
      time_unknown: 'Waktu pengiriman tidak terbaca. Tulis seperti 25/10/2025 09.08.09, atau kosongkan.',
      too_long:
        'Ada isi yang terlalu panjang: judul paling banyak 500 huruf, butir ruang lingkup 4.000, alasan 300, nama mitra dan jabatan 200, nama penanda tangan 150, nomor 120. Ringkas isinya.',
    },
  },
  en: {
    cell: 'Cell {cell}{sheet, select, none {} other {, sheet {sheet}}}',
    proposal: 'Did you mean {text}?',
    problemFile: 'Download rows with problems',
    perhaps: 'Did you mean: {names}',
    noProblem: 'There is no problem with this row.',
    noTitle: 'This row can be recorded, but “Subject” is still empty; fill it in here, or complete the agreement later.',
    fromFile: 'If left empty: {value}, as chosen for the whole file.',
    kindMissing: 'The type of document is missing; choose it here, or for the whole file under Change the columns.',
    dateMissing: 'The signing date is empty. Fill it in.',
    titleMissing: '“Subject” is empty. Fill it in.',
    asWritten: 'As in the file: {text}',
    found: '{cell}: “{text}”.',
    otherCells: 'Other cells',
    problems: {
      cell_error: 'A cell contains a formula error. Write what it should say, or leave it empty.',
      class_unknown:
        'The type of partner is not recognised. Write for example perguruan tinggi (university), kementerian (ministry) or lembaga swadaya masyarakat (NGO).',
      date_invalid: 'A date cannot be read. Write it like 12 January 2022, with a year from 1945 to 2099.',
      day_order_unclear:
        'This date could be two different days. First say, for the whole column, whether the day or the month comes first.',
      ditto: 'A cell only points to the row above. Accept the proposal, or write what it should say.',
      ends_before_start: 'The end date is before the start date. Check both dates.',
      kind_unknown: 'The type of document is not recognised. Choose memorandum of understanding, cooperation agreement or addendum.',
      number_missing: 'The KPU number is empty. Fill it in, or record this row as a draft.',
      number_became_other: 'A spreadsheet program has turned the number into a date or another number. Write it as on the document.',
      office_conflict: 'The region code and office name point to two different offices. Correct one of them.',
      office_out_of_reach:
        'This office is outside the area of the person who uploaded the file, so the row was not recorded. Ask that office to import it.',
      office_unclear: 'Either the code or the name of the office is not recognised. Make sure that both mean the same office.',
      office_unknown:
        'Neither the code nor the name of the office is recognised, or it is outside your area. Write its code, such as 35.76.',
      openness_unknown: 'The public access is not recognised. Write “public”, “on request”, or “withheld” with the reason.',
      parties_unclear: 'It is not clear which of these belongs to which party. Separate them with semicolons, one for each party.',
      partner_missing: 'The name of the partner is empty. Fill it in.',
      partners_differ: 'This number is already used for an agreement with some of these partners. Check the partners and the number.',
      register_changed:
        'The list of agreements changed after this row was checked, so it was not recorded. Import this row again if it is still needed.',
      signatories_unclear: 'It is not clear who signed for KPU and who for the partner. Fill in the four signatory fields.',
      term_unknown: 'The term cannot be read. Write it like 5 tahun (years) or 60 bulan (months).',
      time_unknown: 'The time of sending cannot be read. Write it like 25/10/2025 09.08.09, or leave it empty.',
      too_long:
        'Something is too long: titles may have at most 500 characters, scope items 4,000, reasons 300, names of partners and positions 200, names of signatories 150, numbers 120. Shorten it.',
    },
  },
})
