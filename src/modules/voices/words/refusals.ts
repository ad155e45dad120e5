import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = {
  ...texts('voices.refusals', {
    topic: { id: 'masukan ini', en: 'this voice' },
    idTaken: { id: 'Masukan ini sudah dikirim oleh orang lain.', en: 'Somebody else has sent this already.' },
    sessionUnknown: { id: 'Sesi ini tidak ada dalam acara yang dirilis.', en: 'The released programme has no such session.' },
    noSession: {
      id: 'Tidak ada sesi yang menerima masukan saat ini. Pilih sesinya, atau kirim lagi saat sesi berlangsung.',
      en: 'No session takes voices right now. Choose the session, or send it while one is on.',
    },
    meetingClosed: {
      id: 'Rapat ini sudah dilaporkan atau dibatalkan, jadi masukannya tidak berubah lagi.',
      en: 'This meeting is reported or cancelled, so what was said in it changes no more.',
    },
    isFinding: { id: 'Masukan ini sudah dijadikan temuan.', en: 'This has been made a finding.' },
    answeredAlready: { id: 'Masukan ini sudah dijawab.', en: 'This has been answered already.' },
    sameTopic: { id: 'Pilih masukan lain.', en: 'Choose another one.' },
    otherSession: { id: 'Pilih masukan dari sesi yang sama.', en: 'Choose one of the same session.' },
    chooseKind: {
      id: 'Pertanyaan bukan jenis temuan. Pilih jenis temuannya.',
      en: 'A question is no kind of finding. Choose the kind of the finding.',
    },
  }),
  notNow: texts('voices.notNow', {
    notYet: { id: 'Sesi ini belum dimulai.', en: 'This session has not started yet.' },
    over: { id: 'Sesi ini sudah tidak menerima masukan.', en: 'This session takes no more voices.' },
    cancelled: { id: 'Rapat ini dibatalkan.', en: 'This meeting was cancelled.' },
    notInvited: { id: 'Anda bukan peserta sesi ini.', en: 'You do not take part in this session.' },
    full: {
      id: 'Anda sudah mengirim sebanyak yang diperbolehkan untuk sesi ini.',
      en: 'You have sent as many as one person may in this session.',
    },
  }),
}
