import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.refusals.refusals', {
  databaseUnreachable: {
    id: 'Sinergi untuk sementara tidak dapat menjangkau basis datanya. Silakan coba lagi sebentar lagi.',
    en: 'Sinergi cannot reach its database at the moment. Please try again shortly.',
  },
  databaseFull: {
    id: 'Ruang basis data Sinergi penuh, sehingga untuk sementara tidak ada yang dapat disimpan. Pengelola perlu menambah ruang. Silakan coba lagi nanti.',
    en: 'Sinergi’s database has run out of space, so nothing can be saved for now. Its operators must make room. Please try again later.',
  },
  tooBusy: {
    id: 'Sinergi sedang sangat sibuk dan tidak dapat menyelesaikan permintaan ini. Silakan coba lagi sebentar lagi.',
    en: 'Sinergi is very busy and could not finish this. Please try again shortly.',
  },
  filesUnreachable: {
    id: 'Tempat penyimpanan berkas Sinergi untuk sementara tidak dapat dijangkau. Silakan coba lagi sebentar lagi.',
    en: 'Sinergi cannot reach its file store at the moment. Please try again shortly.',
  },
  filesFull: {
    id: 'Tempat penyimpanan berkas Sinergi penuh, sehingga berkas tidak dapat disimpan. Pengelola perlu menambah ruang. Silakan coba lagi nanti.',
    en: 'Sinergi’s file store is full, so files cannot be saved. Its operators must make room. Please try again later.',
  },
  notFound: {
    id: 'Data ini tidak ada, atau berada di luar wilayah kerja Anda.',
    en: 'This does not exist, or is outside your area.',
  },
  signFirst: { id: 'Silakan masuk lebih dahulu.', en: 'Please sign in first.' },
  notPermitted: { id: 'Anda tidak berwenang melakukan ini.', en: 'You are not permitted to do this.' },
  invalidFields: { id: 'Ada kolom yang perlu diperbaiki.', en: 'Some fields need attention.' },
  changedMeanwhile: {
    id: '{what} baru saja diubah orang lain. Periksa isinya yang terbaru, lalu simpan lagi bila masih perlu.',
    en: 'Somebody else has just changed {what}. Check the latest version, and save again if you still need to.',
  },
})
