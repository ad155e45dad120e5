import { words } from '../i18n/words.ts'

/** The letters about what somebody was told. */
export const letterWords = words('notices.letters', {
  id: {
    one: { subject: '{line}', text: 'Yth. {name},\n\n{line}.\n\nBuka kotak masuk:\n{url}\n\nSinergi' },
    many: { subject: '{count, number} pemberitahuan baru', text: 'Yth. {name},\n\n{lines}\n\nBuka kotak masuk:\n{url}\n\nSinergi' },
    digest: {
      subject: 'Ringkasan hari ini: {count, number} pemberitahuan',
      text: 'Yth. {name},\n\nBerikut yang belum Anda baca sejak ringkasan terakhir.\n\n{groups}{more, plural, =0 {} other {\n\nDan # lagi di kotak masuk.}}\n\nBuka kotak masuk:\n{url}\n\nAnda menerima ringkasan paling banyak sekali sehari. Jam dan isinya dapat diatur pada Akun, bagian Pemberitahuan.\n\nSinergi',
    },
  },
  en: {
    one: { subject: '{line}', text: 'Dear {name},\n\n{line}.\n\nOpen your inbox:\n{url}\n\nSinergi' },
    many: {
      subject: '{count, plural, one {# new notification} other {# new notifications}}',
      text: 'Dear {name},\n\n{lines}\n\nOpen your inbox:\n{url}\n\nSinergi',
    },
    digest: {
      subject: 'Today’s summary: {count, plural, one {# notification} other {# notifications}}',
      text: 'Dear {name},\n\nHere is what you have not read since the last summary.\n\n{groups}{more, plural, =0 {} other {\n\nAnd # more in your inbox.}}\n\nOpen your inbox:\n{url}\n\nYou get a summary at most once a day. Choose its time and contents under Account, Notifications.\n\nSinergi',
    },
  },
})
