import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('organisation.receipts', {
  officeOpened: { id: '{name} dibuka. Daftarkan orang-orangnya.', en: '{name} is open. Register its people next.' },
  changed: { id: '{name} diubah.', en: '{name} was changed.' },
  positionAdded: { id: 'Jabatan {name} ditambahkan.', en: 'The position {name} was added.' },
  positionChanged: { id: 'Jabatan {name} diubah.', en: 'The position {name} was changed.' },
  appointmentRecorded: {
    id: 'Jabatan dicatat. Peran yang dibawanya tampil di halaman ini.',
    en: 'The position is recorded. This page shows the roles it brings.',
  },
  appointmentEnds: { id: 'Hari terakhir jabatan ini dicatat.', en: 'The last day of this position is recorded.' },
  roleGiven: {
    id: 'Peran diberikan dan langsung berlaku.',
    en: 'The role is given and takes effect at once.',
  },
  roleRevoked: {
    id: 'Peran dicabut dan langsung tidak berlaku lagi.',
    en: 'The role is revoked and ends at once.',
  },
  roleDelegated: {
    id: 'Peran Anda didelegasikan untuk waktu itu. Anda dapat mengakhirinya di halaman rekan Anda.',
    en: 'Your role is delegated for that time. You can end it on your colleague’s page.',
  },
  registeredInvited: { id: '{name} didaftarkan dan undangan dikirim.', en: '{name} is registered and invited.' },
  registeredNotInvited: {
    id: '{name} didaftarkan. Kirim undangan bila sudah waktunya.',
    en: '{name} is registered. Send the invitation when you are ready.',
  },
  detailsChanged: { id: 'Data {name} diubah.', en: 'The details of {name} were changed.' },
  secondFactorIsOff: {
    id: 'Verifikasi dua langkah orang ini tidak aktif.',
    en: 'This person’s two-step verification is not on.',
  },
})
