import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('account.deeds', {
  'account.change': { id: 'mengubah profilnya', en: 'changed their profile' },
  'account.password': { id: 'mengubah kata sandinya', en: 'changed their password' },
  'account.second-factor': { id: 'mengatur verifikasi dua langkah', en: 'changed their two-step verification' },
  'sessions.clear': { id: 'mengeluarkan perangkatnya yang lain', en: 'signed out their other devices' },
  'sessions.revoke': { id: 'mengeluarkan salah satu perangkatnya', en: 'signed out one of their devices' },
  'answers.tidy': { id: 'mengosongkan jawaban lama untuk program', en: 'cleared old answers to requests' },
  'tokens.create': { id: 'membuat token program', en: 'made the program token' },
  'tokens.revoke': { id: 'mencabut token program', en: 'revoked the program token' },
  'setup.administrator': { id: 'mendaftarkan administrator pertama', en: 'registered the first administrator' },
  'setup.issue': { id: 'membuat tautan pemasangan', en: 'made the set-up link' },
  'sign-in.answer': { id: 'masuk lewat akun organisasi', en: 'signed in with an organisation account' },
  'sign-in.done': { id: 'masuk', en: 'signed in' },
  'sign-in.link': { id: 'masuk dengan tautan', en: 'signed in with a link' },
  'sign-in.password': { id: 'membuat kata sandinya', en: 'set their password' },
  'sign-in.request': { id: 'meminta tautan', en: 'asked for a link' },
  'sign-in.tidy': { id: 'membersihkan tautan lama', en: 'cleared old links' },
})
