import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { words } from '../words.ts'

const taskWords = define('partners.tasks', {
  id: {
    contact: {
      title: 'Mencatat dan mengundang narahubung',
      steps: {
        open: 'Buka “{page}”, lalu buka lembaganya.',
        add: 'Pada bagian “{contacts}”, tekan “{add}”. Surelnya perlu diisi agar narahubung dapat diundang.',
        invite: 'Tekan “{save}”, lalu “{invite}”. Narahubung menerima tautan untuk masuk, tanpa kata sandi.',
        end: 'Bila orangnya berganti, buka “{change}” pada narahubung lama dan tekan “{end}”, lalu catat yang baru.',
      },
    },
  },
  en: {
    contact: {
      title: 'Record and invite a contact',
      steps: {
        open: 'Open “{page}”, then the institution.',
        add: 'Under “{contacts}”, press “{add}”. You need the e-mail address to invite the contact.',
        invite: 'Press “{save}”, then “{invite}”. The contact gets a link to sign in, without a password.',
        end: 'When somebody else takes over, open “{change}” beside the old contact and press “{end}”, then record the new one.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const { partners, contacts } = words[locale]
  return {
    page: partners,
    contacts: contacts.title,
    add: contacts.add,
    save: contacts.save,
    invite: contacts.invite,
    change: contacts.change,
    end: contacts.end,
  }
}

/** What people do with partners. */
export const tasks = tasksOf('partner', taskWords, labels, { contact: { href: '/mitra', power: 'partner.contact' } })
