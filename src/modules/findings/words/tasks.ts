import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { words as frame } from '../../../web/words.ts'
import { words } from '../words.ts'

const taskWords = define('findings.tasks', {
  id: {
    plan: {
      title: 'Menjadikan temuan tindak lanjut',
      steps: {
        find: 'Buka “{page}”. Yang berstatus “{open}” tampil lebih dahulu.',
        press: 'Buka temuannya, lalu tekan “{plan}”.',
        write: 'Tulis tindakannya dengan kata kerja, lalu pilih satu penanggung jawab dan satu tenggat.',
        send: 'Tekan “{plan}” sekali lagi. Penanggung jawab langsung menerima surel.',
        dismiss: 'Bila tidak ada yang perlu dilakukan, tekan “{more}”, lalu “{dismiss}”, dan tulis alasannya. Temuannya tetap tersimpan.',
      },
    },
    record: {
      title: 'Mencatat kendala yang Anda temui',
      steps: {
        open: 'Buka “{page}”, lalu tekan “{add}”.',
        write: 'Pilih jenisnya, lalu tulis apa yang terjadi, di mana, dan apa akibatnya.',
        save: 'Tekan “{save}”. Sesudah itu, buat tindak lanjutnya dengan “{plan}”.',
      },
    },
  },
  en: {
    plan: {
      title: 'Turn a finding into a follow-up',
      steps: {
        find: 'Open “{page}”. It first shows those with the status “{open}”.',
        press: 'Open the finding and press “{plan}”.',
        write: 'Write the action, beginning with a verb, and choose one owner and one due date.',
        send: 'Press “{plan}” again. The owner gets an e-mail at once.',
        dismiss: 'If nothing needs to be done, press “{more}”, then “{dismiss}”, and write why. The finding itself stays.',
      },
    },
    record: {
      title: 'Record an obstacle you have met',
      steps: {
        open: 'Open “{page}” and press “{add}”.',
        write: 'Choose its type, then write what happened, where, and with what result.',
        save: 'Press “{save}”. After that, plan what to do about it with “{plan}”.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const w = words[locale]
  return {
    page: w.findings,
    open: w.statuses.open,
    plan: w.plan,
    dismiss: w.dismiss,
    more: frame[locale].more,
    add: w.add,
    save: w.submit,
  }
}

/** What people do with findings. */
export const tasks = tasksOf('finding', taskWords, labels, {
  plan: { href: '/temuan', power: 'followup.write' },
  record: { href: '/temuan', power: 'finding.write' },
})
