import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('invitations.refusals', {
  positionsMissing: { id: 'Pilih sedikitnya satu jabatan.', en: 'Choose at least one position.' },
  levelsMissing: { id: 'Pilih tingkat satuan kerja yang diundang.', en: 'Choose which level of offices is invited.' },
  partnersMissing: { id: 'Pilih sedikitnya satu jenis mitra atau satu mitra.', en: 'Choose at least one type of partner or one partner.' },
  personMissing: { id: 'Pilih orang yang diundang.', en: 'Choose the person to invite.' },
  guestMissing: { id: 'Tulis nama tamu yang diundang.', en: 'Write the name of the guest.' },
  positionUnknown: {
    id: '“{name}” tidak ada di daftar jabatan.',
    en: '“{name}” is not in the list of positions.',
  },
  partnerUnknown: { id: '“{name}” tidak ada di daftar mitra.', en: '“{name}” is not in the list of partners.' },
  placeOutside: {
    id: '{name} bukan satuan kerja penyelenggara atau di bawahnya.',
    en: '{name} is neither the hosting office nor below it.',
  },
  personUnknown: {
    id: 'Orang ini tidak ada di wilayah kerja Anda. Pilih dari daftar, atau undang sebagai tamu.',
    en: 'This person is not in your area. Choose from the list, or invite them as a guest.',
  },
  tooManyRules: {
    id: 'Satu rapat memuat paling banyak {most, number} aturan undangan.',
    en: 'A meeting has at most {most, number} invitation rules.',
  },
  meetingOver: {
    id: 'Rapat ini sudah berakhir atau dibatalkan, jadi undangannya tidak dapat diubah lagi.',
    en: 'This meeting has ended or was cancelled, so its invitations can no longer be changed.',
  },
  nobodyToInvite: { id: 'Tidak ada undangan yang perlu dikirim.', en: 'There is no invitation to send.' },
  nobodyToRemind: { id: 'Semua yang diundang sudah menjawab.', en: 'Everybody who was invited has answered.' },
  reasonMissing: { id: 'Tulis alasannya.', en: 'Give the reason.' },
  answerNotOffered: { id: 'Pilih salah satu jawaban yang tersedia.', en: 'Choose one of the answers that are offered.' },
  withdrawn: { id: 'Undangan ini sudah dibatalkan.', en: 'This invitation was withdrawn.' },
  class: { id: 'kelas ini', en: 'this class' },
  classGone: { id: 'Kelas itu tidak ada dalam acara yang dirilis.', en: 'The released programme has no such class.' },
  classDeclined: {
    id: 'Anda menjawab tidak hadir, jadi tidak memilih kelas.',
    en: 'You answered that you do not attend, so you choose no class.',
  },
  nobodyToAllot: {
    id: 'Tidak ada yang dapat dibagi: semua sudah mempunyai kelas, atau tidak ada kelas untuk divisinya.',
    en: 'There is nobody to allot: everybody has a class, or no class is for their division.',
  },
  notAnswerable: {
    withdrawn: { id: 'Undangan ini sudah dibatalkan.', en: 'This invitation was withdrawn.' },
    cancelled: { id: 'Rapat ini dibatalkan, jadi tidak perlu dijawab.', en: 'This meeting was cancelled, so no answer is needed.' },
    over: {
      id: 'Rapat ini sudah selesai, jadi jawabannya tidak dapat diubah lagi.',
      en: 'This meeting is over, so the answer can no longer be changed.',
    },
    lapsed: {
      id: 'Anda tidak lagi termasuk yang diundang, misalnya karena pada hari rapat tidak memegang jabatan yang diundang. Bila keliru, hubungi penyelenggara.',
      en: 'You are no longer among those invited, for example because you do not hold the invited position on the day of the meeting. If this is wrong, contact the host.',
    },
  },
  onePerson: { id: 'Pilih satu orang, atau tulis nama satu orang lain.', en: 'Choose one person, or write the name of one other person.' },
  whyGuest: { id: 'Tulis mengapa orang ini yang mewakili.', en: 'Say why this person goes in your place.' },
  scopesMissing: { id: 'Pilih apa yang boleh dilakukan wakil.', en: 'Choose what the proxy may do.' },
  notOfOffice: {
    id: 'Orang ini tidak memegang jabatan di satuan kerja yang sama pada hari rapat. Tulis namanya sebagai orang lain, beserta alasannya.',
    en: 'This person holds no position at the same office on the day of the meeting. Write their name as another person, with the reason.',
  },
  sendsAnother: {
    id: 'Orang ini sendiri diwakili orang lain dalam rapat ini.',
    en: 'This person sends a proxy to this meeting themselves.',
  },
  proxyOfProxy: {
    id: 'Anda sudah menjadi wakil orang lain dalam rapat ini, jadi Anda tidak dapat diwakili.',
    en: 'You are a proxy for somebody else at this meeting, so you cannot send one.',
  },
  proxyForAll: { id: 'Anda sudah diwakili untuk seluruh rapat.', en: 'You already have a proxy for the whole meeting.' },
  proxyForSome: {
    id: 'Anda sudah diwakili dalam sebuah sesi. Akhiri dahulu sebelum diwakili untuk seluruh rapat.',
    en: 'You already have a proxy for a session. End that before you send one to the whole meeting.',
  },
  sessionUnknown: { id: 'Sesi ini tidak ada dalam acara rapat.', en: 'This session is not in the programme of the meeting.' },
  proxyEnded: { id: 'Perwakilan ini sudah berakhir.', en: 'This proxy has already ended.' },
  lettersWithoutAsker: {
    id: 'Yang meminta pengiriman ini tidak lagi berwenang atas undangan rapat tersebut.',
    en: 'Whoever asked for these letters may no longer invite to that meeting.',
  },
  invitee: { id: 'undangan ini', en: 'this invitation' },
})
