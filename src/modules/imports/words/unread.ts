import { words } from '../../../platform/i18n/words.ts'

/** What of a file is hidden or in no row. */
export const unreadWords = words('imports.unread', {
  id: {
    hidden: 'Tersembunyi',
    hiddenRows:
      '{count, number} baris tersembunyi dalam berkas, oleh saringan atau dengan tangan. Baris-baris itu ikut dibaca dan ditandai.',
    hiddenLeftOut: '{count, number} baris yang tersembunyi dalam berkas tidak diikutkan.',
    leaveOutHidden: 'Jangan ikutkan baris tersembunyi',
    takeInHidden: 'Ikutkan baris tersembunyi',
    unread: {
      title: 'Yang tidak dibaca',
      lead: 'Bagian berkas ini tidak menjadi baris perjanjian. Periksa apakah ada yang terlewat.',
      sheets: 'Lembar',
      rows: 'Baris',
      cells: 'Sel',
      columns: 'Kolom yang tidak dikenali; isinya disimpan bersama barisnya',
      hiddenColumns: 'Kolom yang tersembunyi dalam berkas, ikut dibaca',
      sheetReasons: {
        hidden: 'tersembunyi, {rows, number} baris',
        other_layout: 'susunan kolom berbeda, {rows, number} baris',
        empty: 'kosong',
      },
      rowReasons: {
        title: 'di atas judul kolom',
        column_numbers: 'nomor kolom',
        section: 'judul bagian',
        header: 'judul kolom berulang',
        total: 'jumlah',
        signature: 'tanda tangan',
        note: 'catatan',
        number_only: 'hanya nomor urut',
        left_out: 'tersembunyi, tidak diikutkan',
      },
      cellReasons: { no_header: 'kolom tanpa judul', error: 'kesalahan rumus' },
    },
  },
  en: {
    hidden: 'Hidden',
    hiddenRows:
      '{count, plural, one {# row is} other {# rows are}} hidden in the file, by a filter or by hand. Hidden rows are read and marked.',
    hiddenLeftOut: '{count, plural, one {# row hidden in the file is} other {# rows hidden in the file are}} left out.',
    leaveOutHidden: 'Leave out hidden rows',
    takeInHidden: 'Include hidden rows',
    unread: {
      title: 'What was not read',
      lead: 'These parts of the file did not become rows. Check that nothing was missed.',
      sheets: 'Sheets',
      rows: 'Rows',
      cells: 'Cells',
      columns: 'Columns not matched to a field; kept with their rows',
      hiddenColumns: 'Columns hidden in the file, but read',
      sheetReasons: {
        hidden: 'hidden, {rows, plural, one {# row} other {# rows}}',
        other_layout: 'different columns, {rows, plural, one {# row} other {# rows}}',
        empty: 'empty',
      },
      rowReasons: {
        title: 'above the table heading',
        column_numbers: 'column numbers',
        section: 'section heading',
        header: 'repeated table heading',
        total: 'total',
        signature: 'signatures',
        note: 'note',
        number_only: 'row number only',
        left_out: 'hidden, left out',
      },
      cellReasons: { no_header: 'column with no heading', error: 'formula error' },
    },
  },
})
