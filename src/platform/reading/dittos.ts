import { remembered } from './remembered.ts'
import { plain } from './text.ts'

/**
 * Whether a cell only points to the one above it: `idem`, `sda`, `s.d.a.`, `sama dengan di atas`, `ditto`, `same as above`, and the marks
 * `〃`, `"`, `''`, `,,`, `-"-`, `↑`.
 */
export const isDitto: (text: string) => boolean = remembered(text => {
  if (text.length > 200) return false
  const said = plain(text).toLowerCase()
  if (said === '' || said.length > 60 || /\d/.test(said)) return false
  const words = said
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .replace(/\b(\p{L}) (?=\p{L}\b)/gu, '$1')
  return words === '' ? marks.test(said.replace(/[\s.=_-]/g, '')) : spelled.test(words)
})

const marks = /^(?:["'′″‴”“„〃‟»«]+|,,+|''+|[↑⇑⬆^]+|\(["'′″”“„〃]+\)|,,?["”])$/
const spelled = new RegExp(
  `^(?:${[
    'idem(?: dito| ditto| di ?atas)?',
    'dito|ditto|do|ibid(?:em)?',
    's ?d ?a|sd ?a|s da',
    '(?:sama|samadengan|seperti|sebagaimana|sesuai|lihat|idem|sda)(?: (?:dengan|dgn|dg|seperti|spt|saja|data|baris|yang|yg|tersebut|tsb|sebelumnya))*(?: (?:(?:di ?)?atas(?:nya)?|sebelumnya|tersebut|tsb))+',
    'sama(?: saja| persis)?',
    '(?:the )?same(?: as)?(?: the)?(?: above| previous| row above)?|(?:as|see) above',
  ].join('|')})$`,
)
