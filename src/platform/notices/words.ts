import type { Locale } from '../i18n/words.ts'
import type { LetterText } from './notify.ts'

type Group = { name: string; lines: string[] }
type Letters = {
  letter(name: string, lines: string[], url: string): LetterText
  digest(name: string, groups: Group[], count: number, more: number, url: string): LetterText
}
const dashed = (lines: string[]): string => lines.map(line => `- ${line}`).join('\n')
const inGroups = (groups: Group[]): string => groups.map(({ name, lines }) => `${name}\n${dashed(lines)}`).join('\n\n')

export const words: Record<Locale, Letters> = {
  id: {
    letter: (name, lines, url) => ({
      subject: lines.length === 1 ? lines[0]! : `${lines.length} pemberitahuan baru`,
      text: `Yth. ${name},\n\n${lines.length === 1 ? `${lines[0]}.` : dashed(lines)}\n\nBuka kotak masuk:\n${url}\n\nSinergi`,
    }),
    digest: (name, groups, count, more, url) => ({
      subject: `Ringkasan hari ini: ${count} pemberitahuan`,
      text: `Yth. ${name},\n\nIni yang belum Anda baca sejak ringkasan terakhir.\n\n${inGroups(groups)}${more ? `\n\nDan ${more} lagi di kotak masuk.` : ''}\n\nBuka kotak masuk:\n${url}\n\nAnda menerima ringkasan paling banyak sekali sehari. Jam dan isinya dapat diatur pada Akun, bagian Pemberitahuan.\n\nSinergi`,
    }),
  },
  en: {
    letter: (name, lines, url) => ({
      subject: lines.length === 1 ? lines[0]! : `${lines.length} new notices`,
      text: `Dear ${name},\n\n${lines.length === 1 ? `${lines[0]}.` : dashed(lines)}\n\nOpen your inbox:\n${url}\n\nSinergi`,
    }),
    digest: (name, groups, count, more, url) => ({
      subject: `Today’s summary: ${count} ${count === 1 ? 'notice' : 'notices'}`,
      text: `Dear ${name},\n\nThis is what you have not read since the last summary.\n\n${inGroups(groups)}${more ? `\n\nAnd ${more} more in your inbox.` : ''}\n\nOpen your inbox:\n${url}\n\nA summary comes once a day at most. Choose its hour and what it holds under Account, Notices.\n\nSinergi`,
    }),
  },
}
