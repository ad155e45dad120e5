import { words as define } from '../../../platform/i18n/words.ts'

/** What article 17 of Law 14/2008 lets a public body keep to itself, letter by letter, in few words. */
export const groundWords = define('register.grounds', {
  id: {
    a: 'Dapat menghambat proses penegakan hukum',
    b: 'Dapat mengganggu hak atas kekayaan intelektual dan persaingan usaha yang sehat',
    c: 'Dapat membahayakan pertahanan dan keamanan negara',
    d: 'Dapat mengungkapkan kekayaan alam Indonesia',
    e: 'Dapat merugikan ketahanan ekonomi nasional',
    f: 'Dapat merugikan kepentingan hubungan luar negeri',
    g: 'Dapat mengungkapkan akta otentik yang bersifat pribadi atau wasiat',
    h: 'Dapat mengungkap rahasia pribadi',
    i: 'Surat antar atau intra badan publik yang menurut sifatnya dirahasiakan',
    j: 'Tidak boleh diungkapkan berdasarkan undang-undang',
    none: 'Huruf pasal 17 tidak disebut dalam catatan',
    letter: 'Pasal 17 huruf {letter}',
  },
  en: {
    a: 'Could obstruct law enforcement',
    b: 'Could harm intellectual property rights and fair competition',
    c: 'Could endanger national defence and security',
    d: 'Could reveal Indonesia’s natural wealth',
    e: 'Could harm national economic resilience',
    f: 'Could harm foreign relations',
    g: 'Could reveal a private notarial deed or a will',
    h: 'Could reveal personal secrets',
    i: 'Confidential correspondence between or within public bodies',
    j: 'Disclosure is prohibited by law',
    none: 'No letter of article 17 recorded',
    letter: 'Article 17 ({letter})',
  },
})
