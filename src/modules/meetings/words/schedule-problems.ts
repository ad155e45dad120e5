import { texts } from '../../../platform/i18n/words.ts'

/** What is wrong with the file of a programme, or is lost of it. */
export const scheduleProblems = texts('meetings.scheduleProblems', {
  tooLong: {
    id: 'Berkas ini terlalu panjang: paling banyak {most, number} huruf yang dibaca.',
    en: 'This file is too long: at most {most, number} characters are read.',
  },
  tooManyParts: {
    id: 'Berkas ini terlalu banyak bagiannya: paling banyak {most, number} yang dibaca.',
    en: 'This file has too many parts: at most {most, number} are read.',
  },
  tooManySessions: {
    id: 'Susunan acara ini terlalu banyak: paling banyak {most, number} acara dan orang yang dibaca.',
    en: 'This programme is too large: at most {most, number} sessions and people are read.',
  },
  tooDeep: {
    id: 'Bagian di dalam bagian lebih dari {most, number} tingkat tidak dibaca.',
    en: 'Parts within parts are not read beyond {most, number} levels.',
  },
  notJson: { id: 'Isinya bukan JSON yang utuh.', en: 'This is not complete JSON.' },
  notJsonAt: {
    id: 'Isinya bukan JSON yang utuh: salah pada baris {line, number}, huruf {column, number}.',
    en: 'This is not complete JSON: the fault is in line {line, number}, character {column, number}.',
  },
  notXml: { id: 'XML-nya tidak utuh atau salah di sini.', en: 'The XML is incomplete or wrong here.' },
  documentType: {
    id: 'Deklarasi jenis dokumen (DOCTYPE) dan entitas sendiri tidak dibaca.',
    en: 'A document type (DOCTYPE) and entities of its own are not read.',
  },
  otherRoot: {
    id: 'Ini bukan susunan acara: bagian terluarnya harus bernama schedule.',
    en: 'This is no programme: its outermost part must be called schedule.',
  },
  missing: { id: 'Bagian {field} wajib ada.', en: 'The part {field} is required.' },
  notText: { id: 'Di sini harus ada teks.', en: 'There must be a text here.' },
  notWhole: { id: 'Di sini harus ada bilangan bulat.', en: 'There must be a whole number here.' },
  notList: { id: 'Di sini harus ada daftar.', en: 'There must be a list here.' },
  notObject: { id: 'Di sini harus ada objek dengan bagian bernama.', en: 'There must be an object with named parts here.' },
  roomsElsewhere: {
    id: 'Daftar ruangan tidak boleh ada di sini; tempatnya di dalam conference.',
    en: 'The list of rooms must not stand here; it belongs into conference.',
  },
  unknownPart: { id: 'Format ini tidak mengenal bagian {field}.', en: 'The format does not know the part {field}.' },
  otherForm: { id: 'Bentuknya tidak sesuai dengan format ini.', en: 'It is not written as the format demands.' },
  noDays: { id: 'Tidak ada hari acara di dalamnya.', en: 'There is no day in it.' },
  startUnknown: {
    id: 'Waktu mulai acara ini tidak ada atau tidak jelas, jadi acaranya tidak diambil.',
    en: 'When this session begins is missing or unclear, so it is not taken over.',
  },
  offsetUnknown: {
    id: 'Zona waktunya tidak disebut; jamnya dibaca sebagai UTC.',
    en: 'Its time zone is not said; the hour is read as UTC.',
  },
  lengthUnclear: {
    id: 'Lamanya tidak jelas, jadi dibaca sebagai belum diketahui.',
    en: 'Its length is unclear, so it is read as unknown.',
  },
  endsElsewhere: {
    id: 'Waktu selesainya tidak sama dengan lamanya; yang diambil adalah lamanya.',
    en: 'Its end does not fit its length; the length is taken.',
  },
  otherRoom: {
    id: 'Acara ini menyebut ruangan lain, {other}; yang diambil adalah ruangan tempatnya didaftar.',
    en: 'This session names another room, {other}; the room under which it is listed is taken.',
  },
  otherDay: {
    id: 'Hari ini tidak jelas tanggalnya; setiap acara mendapat tanggal mulainya.',
    en: 'The date of this day is unclear; each session gets the date on which it begins.',
  },
  nobody: {
    id: 'Orang ini tidak punya nama dan nomor, jadi tidak diambil.',
    en: 'This person has neither a name nor a number and is not taken over.',
  },
  markup: {
    id: 'Tanda format di dalam teks ini tidak diambil.',
    en: 'The markup within this text is not taken over.',
  },
  keptUnclear: {
    id: 'Catatan Sinergi di dalam berkas ini tidak terbaca dan tidak dipakai.',
    en: 'What Sinergi noted in this file cannot be read and is not used.',
  },
  more: {
    id: 'Masih ada {count, number} hal lain.',
    en: 'There {count, plural, one {is # more} other {are # more}}.',
  },
})
