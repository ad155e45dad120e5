import { wordsOf } from '../../../../platform/reading/cell-words.ts'
import type { SessionKind } from '../../schema/rundown.ts'

type Read = { title: string; class: string | null; speakers: readonly string[]; moderator: string | null }

/** What sort of session it is, by the words of its title, else by who speaks; the first that fits. */
export function kindOf({ title, class: className, speakers, moderator }: Read): SessionKind {
  const words = ` ${wordsOf(title)} `
  const has = (list: readonly string[]) => list.some(each => words.includes(` ${each} `))
  if (has(breaks)) return 'break'
  if (has(ceremonies)) return 'ceremony'
  if (has(others)) return 'other'
  if (className !== null || /^ (?:kelas|kelompok) /.test(words)) return 'class'
  if (has(panels) || (speakers.length > 1 && moderator !== null)) return 'panel'
  return has(plenaries) ? 'plenary' : 'other'
}

const breaks = ['ishoma', 'istirahat', 'coffee break', 'rehat', 'makan', 'salat', 'sholat', 'shalat']
const ceremonies = [
  ...['pembukaan', 'penutupan', 'gong', 'sambutan', 'penyerahan', 'penganugerahan', 'penandatanganan', 'pelantikan', 'malam keakraban'],
]
const others = ['registrasi', 'check in', 'persiapan', 'kepulangan', 'keberangkatan', 'senam', 'foto bersama']
const panels = ['panel', 'talkshow']
const plenaries = [
  ...[
    'pleno',
    'paparan',
    'pengarahan',
    'arahan',
    'materi',
    'laporan',
    'rangkuman',
    'perumusan',
    'presentasi',
    'penyampaian',
    'tanya jawab',
  ],
]
