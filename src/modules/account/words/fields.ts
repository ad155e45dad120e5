import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { accountWords } from './account.ts'

const fieldWords = define('account.fields', {
  id: {
    names: {
      signedIn: 'Cara masuk',
      passwordSetBy: 'Kata sandi dibuat',
      secondFactor: 'Verifikasi dua langkah',
      expiresAt: 'Berlaku sampai',
      tokensRevoked: 'Token dicabut',
    },
    scopes: {
      read: 'hanya membaca',
      write: 'membaca dan mengubah',
    },
    waysIn: {
      code: 'kata sandi dan kode',
      demo: 'mode contoh',
      invitation: 'melalui undangan',
      link: 'tautan lewat surel',
      oidc: 'akun organisasi',
      password: 'kata sandi',
      setup: 'saat pemasangan',
    },
    waysToSet: {
      invitation: 'melalui undangan',
      password: 'lewat tautan lupa kata sandi',
      self: 'sendiri',
      setup: 'saat pemasangan',
    },
  },
  en: {
    names: {
      signedIn: 'How signed in',
      passwordSetBy: 'Password set',
      secondFactor: 'Two-step verification',
      expiresAt: 'Valid until',
      tokensRevoked: 'Tokens revoked',
    },
    scopes: {
      read: 'read only',
      write: 'read and change',
    },
    waysIn: {
      code: 'password and code',
      demo: 'demo mode',
      invitation: 'by invitation',
      link: 'link by e-mail',
      oidc: 'organisation account',
      password: 'password',
      setup: 'at set-up',
    },
    waysToSet: {
      invitation: 'by invitation',
      password: 'by the forgotten-password link',
      self: 'by the person',
      setup: 'at set-up',
    },
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => fieldWords[locale].names,
  codes: {
    locale: locale => accountWords[locale].languages,
    scope: locale => fieldWords[locale].scopes,
    signedIn: locale => fieldWords[locale].waysIn,
    passwordSetBy: locale => fieldWords[locale].waysToSet,
  },
  silent: ['sessions'],
}
