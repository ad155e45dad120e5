import { words } from '../../../platform/i18n/words.ts'

/** Letters to invitees by mail: subject and text. */
export const letterWords = words('invitations.letters', {
  id: {
    invitation: {
      subject: 'Undangan: {title}',
      text: 'Yth. {name}{as, select, none {} other {\n{as}}}\n\nNomor: {number}\n\n{office} mengundang Anda pada:\n\n{title}\nWaktu: {when}\nTempat: {where}\n\nKehadiran: {presence}. Jawab melalui tautan berikut: hadir, atau tidak hadir beserta alasannya. Jawaban dapat diubah sampai rapat selesai.\n\n{url}\n\nTautan ini untuk Anda sendiri. Jangan berikan kepada orang lain.\n\nSinergi',
    },
    reminder: {
      subject: 'Mohon jawaban: {title}',
      text: 'Yth. {name}{as, select, none {} other {\n{as}}}\n\nAnda belum menjawab undangan {office}:\n\n{title}\nWaktu: {when}\nTempat: {where}\n\nJawab melalui tautan berikut:\n\n{url}\n\nTautan ini untuk Anda sendiri. Jangan berikan kepada orang lain.\n\nSinergi',
    },
    proxy: {
      subject: 'Anda mewakili {principal}: {title}',
      text: 'Yth. {name}\n\n{principal} menugaskan Anda mewakilinya dalam rapat yang diselenggarakan {office}:\n\n{title}\nWaktu: {when}\nTempat: {where}\nTugas: {scopes}\n\nTugas ini tidak dapat diteruskan kepada orang lain, dan berakhir bila {principal} datang sendiri.\n\nSinergi',
    },
    scopes: { attend: 'hadir', speak: 'berbicara', vote: 'memberi suara', sign: 'menandatangani' },
    change: {
      subject: 'Perubahan waktu atau tempat: {title}',
      text: 'Yth. {name}{as, select, none {} other {\n{as}}}\n\n{office} mengubah waktu atau tempat rapat yang mengundang Anda. Yang berlaku sekarang:\n\n{title}\nWaktu: {when}\nTempat: {where}\n\nJawaban Anda sampai sekarang: {answer}. Bila tidak sesuai lagi, ubah melalui tautan berikut:\n\n{url}\n\nTautan ini untuk Anda sendiri. Jangan berikan kepada orang lain.\n\nSinergi',
    },
    cancellation: {
      subject: 'Rapat dibatalkan: {title}',
      text: 'Yth. {name}{as, select, none {} other {\n{as}}}\n\n{office} membatalkan rapat berikut:\n\n{title}\nWaktu: {when}\nTempat: {where}\n\nAlasan: {reason}\n\nSinergi',
    },
  },
  en: {
    invitation: {
      subject: 'Invitation: {title}',
      text: 'Dear {name}{as, select, none {} other {\n{as}}}\n\nNumber: {number}\n\n{office} invites you to:\n\n{title}\nWhen: {when}\nWhere: {where}\n\nPresence: {presence}. Please answer at this address: whether you attend, or why you do not. You can change your answer until the meeting is over.\n\n{url}\n\nThis link is for you alone. Do not give it to anybody else.\n\nSinergi',
    },
    reminder: {
      subject: 'Please answer: {title}',
      text: 'Dear {name}{as, select, none {} other {\n{as}}}\n\nYou have not answered the invitation of {office}:\n\n{title}\nWhen: {when}\nWhere: {where}\n\nPlease answer at this address:\n\n{url}\n\nThis link is for you alone. Do not give it to anybody else.\n\nSinergi',
    },
    proxy: {
      subject: 'You represent {principal}: {title}',
      text: 'Dear {name}\n\n{principal} sends you in their place to this meeting hosted by {office}:\n\n{title}\nWhen: {when}\nWhere: {where}\nYou may: {scopes}\n\nYou cannot pass this on to somebody else, and it ends when {principal} arrives.\n\nSinergi',
    },
    scopes: { attend: 'attend', speak: 'speak', vote: 'vote', sign: 'sign' },
    change: {
      subject: 'New time or place: {title}',
      text: 'Dear {name}{as, select, none {} other {\n{as}}}\n\n{office} has changed the time or place of a meeting that you are invited to. It now takes place as follows:\n\n{title}\nWhen: {when}\nWhere: {where}\n\nYour answer so far: {answer}. If it is no longer right, change it here:\n\n{url}\n\nThis link is for you alone. Do not give it to anybody else.\n\nSinergi',
    },
    cancellation: {
      subject: 'Meeting cancelled: {title}',
      text: 'Dear {name}{as, select, none {} other {\n{as}}}\n\n{office} has cancelled this meeting:\n\n{title}\nWhen: {when}\nWhere: {where}\n\nReason: {reason}\n\nSinergi',
    },
  },
})
