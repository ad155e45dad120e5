import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('organisation.refusals', {
  personOrPosition: { id: 'Pilih salah satu: orang atau jabatan.', en: 'Choose either a person or a position.' },
  officeOrPartner: { id: 'Pilih salah satu: satuan kerja atau mitra.', en: 'Choose either an office or a partner.' },
  nip18Digits: { id: 'NIP terdiri atas 18 angka.', en: 'A NIP has 18 digits.' },
  emailMissing: { id: 'Isi alamat surelnya.', en: 'Enter the e-mail address.' },
  positionKindMissing: {
    id: 'Belum ada jabatan sejenis ini dalam daftar jabatan. Mintalah administrator menambahkannya.',
    en: 'There is no position of this type in the list of positions. Ask an administrator to add one.',
  },
  personInvited: { id: 'Orang ini sudah diundang atau sudah aktif.', en: 'This person has already been invited or is active.' },
  personLeft: { id: 'Orang ini sudah berhenti.', en: 'This person has left.' },
  positionNotInUse: { id: 'Pilih jabatan yang masih berlaku.', en: 'Choose a position that is in use.' },
  officeClosed: {
    id: 'Satuan kerja ini ditutup pada {day, date}. Pilih satuan kerja lain, atau masa berlaku yang berakhir sebelum hari itu.',
    en: 'This office closed on {day, date}. Choose another office, or a term that ends before that day.',
  },
  officeCloses: {
    id: 'Satuan kerja ini akan ditutup pada {day, date}. Pilih satuan kerja lain, atau masa berlaku yang mulai sebelum hari itu.',
    en: 'This office will close on {day, date}. Choose another office, or a term that begins before that day.',
  },
  appointmentTwice: {
    id: 'Orang ini sudah menjabat di sana pada waktu itu.',
    en: 'This person already holds the position there at that time.',
  },
  laterAppointment: {
    id: 'Jabatannya di sana sudah tercatat sejak {day, date}. Periksa tanggal mulainya, atau ubah jabatannya di halaman orang itu.',
    en: 'A position there is already recorded from {day, date}. Check the first day, or change the position on the person’s page.',
  },
  endingLengthens: {
    id: 'Di sini jabatan tidak dapat diperpanjang: pilih hari sampai dengan hari terakhir sekarang. Untuk masa jabatan baru, angkat lagi.',
    en: 'You can only shorten a position here: choose a day up to its present last day. For a new term, appoint again.',
  },
  daysCross: { id: 'Hari terakhir tidak boleh sebelum hari mulai.', en: 'The last day cannot be before the first.' },
  rolePlaceWrong: {
    id: 'Peran narahubung mitra diberikan pada mitra; peran lain pada satuan kerja.',
    en: 'Give the partner contact role at a partner, and every other role at an office.',
  },
  roleToOneself: {
    id: 'Anda tidak dapat memberi peran kepada diri sendiri. Mintalah pengelola lain.',
    en: 'You cannot give a role to yourself. Ask another administrator.',
  },
  positionUnknown: { id: 'Pilih jabatan dari daftar.', en: 'Choose a position from the list.' },
  roleTwice: { id: 'Peran ini sudah diberikan di sana pada waktu itu.', en: 'This role has already been given there for that time.' },
  roleAlreadyRevoked: { id: 'Peran ini sudah dicabut.', en: 'This role has already been revoked.' },
  positionOrRoleMissing: {
    id: 'Pilih jabatan, peran, atau keduanya.',
    en: 'Choose a position, a role, or both.',
  },
  emailTaken: {
    id: 'Alamat surel ini sudah terdaftar. Bila orangnya pindah satuan kerja, minta satuan kerja di atas Anda mengangkatnya.',
    en: 'This e-mail address is already registered. If the person has moved, ask the office above yours to appoint them.',
  },
  person: { id: 'Data orang ini', en: 'this person' },
  emailNeeded: {
    id: 'Alamat surel tidak dapat dikosongkan; ganti dengan yang lain.',
    en: 'The e-mail address cannot be left empty; enter another one.',
  },
  personAlreadyLeft: { id: 'Orang ini sudah tercatat berhenti.', en: 'This person is already recorded as having left.' },
  personHasNotLeft: { id: 'Orang ini tidak tercatat berhenti.', en: 'This person is not recorded as having left.' },
  delegationInPast: { id: 'Delegasi dimulai hari ini atau sesudahnya.', en: 'A delegation must begin today or later.' },
  delegationTooLong: { id: 'Delegasi paling lama satu tahun.', en: 'A delegation can last at most one year.' },
  delegationBeyondRole: {
    id: 'Delegasi tidak boleh lebih lama daripada peran Anda sendiri.',
    en: 'A delegation cannot last longer than your own role.',
  },
  delegationOfDelegation: {
    id: 'Peran yang didelegasikan kepada Anda tidak dapat didelegasikan lagi.',
    en: 'A role that was delegated to you cannot be delegated again.',
  },
  colleagueGone: {
    id: 'Rekan ini tidak lagi bertugas di satuan kerja ini pada hari itu.',
    en: 'This colleague will no longer work at this office on that day.',
  },
  officeBelowVillage: { id: 'Tidak ada tingkat di bawah desa.', en: 'There is no level below a village.' },
  codeUse: { id: 'Kode ini sudah dipakai.', en: 'This code is already in use.' },
  officeCodeOfProvince: {
    id: 'Kode provinsi terdiri atas dua angka, misalnya 35.',
    en: 'The code of a province is two digits, such as 35.',
  },
  officeCodeNotBelow: {
    id: 'Kode satuan kerja ini harus diawali {code}. dan satu bagian lagi.',
    en: 'The code must start with {code}. and have one more part.',
  },
  office: { id: 'Satuan kerja ini', en: 'this office' },
  officeClosesBeforeOpening: { id: 'Tanggal tutup harus setelah tanggal buka.', en: 'The closing date must be after the opening date.' },
  officeNationalStays: { id: 'KPU RI tidak dapat ditutup.', en: 'The national office cannot be closed.' },
  officeHasOpenBelow: {
    id: 'Masih ada satuan kerja di bawahnya yang buka pada tanggal itu. Tutup satuan kerja di bawahnya lebih dahulu.',
    en: 'Offices below it are still open on that day. Close those first.',
  },
  roleBeyondGiver: {
    id: 'Anda tidak dapat memberi peran {role} di sini: kewenangannya melebihi kewenangan Anda.',
    en: 'You cannot give the role {role} here: it has permissions that you do not have.',
  },
  roleFromDelegatedPower: {
    id: 'Peran {role} tidak dapat diberikan dari kewenangan yang didelegasikan kepada Anda. Mintalah satuan kerja di atas Anda.',
    en: 'You cannot give the role {role} on the strength of a delegated permission. Ask the office above yours.',
  },
  roleBeyondGiversTime: {
    id: 'Peran {role} tidak dapat diberikan lebih lama daripada peran Anda sendiri. Isi hari terakhirnya.',
    en: 'The role {role} cannot be given for longer than your own role lasts. Give it a last day.',
  },
  personServesOffice: {
    id: 'Orang ini bertugas di satuan kerja, sehingga tidak dapat mewakili mitra.',
    en: 'This person works at an office, so they cannot represent a partner.',
  },
  personSpeaksForPartner: {
    id: 'Orang ini mewakili mitra, sehingga tidak dapat bertugas di satuan kerja. Akhiri dahulu tugasnya sebagai narahubung.',
    en: 'This person represents a partner, so they cannot work at an office. End their role as contact first.',
  },
  personOutsideReach: {
    id: 'Orang ini juga bertugas di luar wilayah kerja Anda, atau kewenangannya melebihi kewenangan Anda. Mintalah satuan kerja di atas Anda.',
    en: 'This person also works outside your area, or has permissions that you do not have. Ask the office above yours.',
  },
  administratorIsLast: {
    id: 'Ini administrator nasional terakhir. Tunjuk yang lain lebih dahulu.',
    en: 'This is the last national administrator. Appoint another one first.',
  },
  personWithoutEmail: { id: 'Isi dahulu alamat surel orang ini.', en: 'First enter an e-mail address for this person.' },
  personWithoutName: { id: 'Isi nama orang yang baru didaftarkan.', en: 'Enter the name of the person to register.' },
  secondFactorOfOneself: {
    id: 'Hanya pengelola lain yang dapat mengatur ulang verifikasi dua langkah Anda. Anda dapat mematikannya di halaman keamanan akun Anda.',
    en: 'Only somebody else can reset your two-step verification. You can switch it off on the security page of your account.',
  },
  secondFactorNotOn: {
    id: 'Verifikasi dua langkah orang ini tidak aktif.',
    en: 'This person’s two-step verification is not on.',
  },
  position: { id: 'Jabatan ini', en: 'this position' },
  positionNameTaken: {
    id: 'Jabatan dengan nama ini sudah ada pada tingkat itu.',
    en: 'A position with this name already exists at that level.',
  },
  lastDayBeforeFirst: { id: 'Tanggal berakhir tidak boleh sebelum tanggal mulai.', en: 'The last day cannot be before the first.' },
  secondFactorReset: {
    id: 'Verifikasi dua langkah dimatikan dan sesinya diakhiri. Orangnya diberi tahu melalui surel.',
    en: 'Two-step verification is off and the sessions have ended. The person is notified by e-mail.',
  },
  personNotedAsLeft: { id: 'Dicatat berhenti. Sesinya sudah diakhiri.', en: 'Recorded as having left. Their sessions have ended.' },
  personNoLongerNotedAsLeft: {
    id: 'Catatan berhenti dibatalkan. Beri jabatan atau peran lagi.',
    en: 'No longer recorded as having left. Give them a position or role again.',
  },
  invitationSent: {
    id: 'Undangan dikirim; tautannya berlaku 14 hari.',
    en: 'The invitation was sent; its link works for 14 days.',
  },
  positionNotForLevel: {
    id: 'Jabatan {position} bukan untuk satuan kerja setingkat {office}.',
    en: 'The position {position} is not for an office at the level of {office}.',
  },
  officeCodeUnknown: {
    id: 'Tidak ada satuan kerja dengan kode itu di wilayah kerja Anda.',
    en: 'There is no office with that code in your area.',
  },
})
