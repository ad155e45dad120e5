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
  notAnswerable: {
    withdrawn: { id: 'Undangan ini sudah dibatalkan.', en: 'This invitation was withdrawn.' },
    cancelled: { id: 'Rapat ini dibatalkan, jadi tidak perlu dijawab.', en: 'This meeting was cancelled, so no answer is needed.' },
    over: {
      id: 'Rapat ini sudah selesai, jadi jawabannya tidak dapat diubah lagi.',
      en: 'This meeting is over, so the answer can no longer be changed.',
    },
  },
  lettersWithoutAsker: {
    id: 'Yang meminta pengiriman ini tidak lagi berwenang atas undangan rapat tersebut.',
    en: 'Whoever asked for these letters may no longer invite to that meeting.',
  },
  invitee: { id: 'undangan ini', en: 'this invitation' },
})
