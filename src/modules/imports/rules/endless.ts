import { remembered } from '../../../platform/reading/remembered.ts'
import { folded } from '../../../platform/reading/text.ts'

/**
 * Whether an end or a term says that the agreement holds without limit: `tidak terbatas`, `tanpa batas waktu`, `seumur hidup`,
 * `selamanya`, `tidak ditentukan`, `sampai ada pencabutan`, `indefinite`. An end by an event that is not the agreement's own
 * (`sampai selesai`, `sampai Pemilu 2029`) is no such word: it has a day that nobody has written yet, so a person looks.
 */
export const isEndless: (text: string) => boolean = remembered(text => {
  if (text.length > 300) return false
  const said = folded(text).replace(
    /^(?:(?:jangka|masa|waktu|berlaku|berlakunya|untuk|perjanjian|kerja sama|kerjasama|adalah|dengan|dalam|yang) )+/,
    '',
  )
  return said.length <= 100 && (words.test(said) || text.trim() === '∞')
})

const words = new RegExp(
  `^(?:${[
    '(?:tidak|tak|tdk|tiada|tanpa)(?: (?:ada|memiliki|mempunyai|di))*(?: ?(?:ter|di)?batas(?:i|an|nya)?)(?: (?:jangka|masa|waktu|berlaku|berakhir|akhir|tanggal|berlakunya|waktunya))*',
    '(?:tidak|tak|tdk|tanpa)(?: ada)? (?:di ?tentukan|jangka waktu|masa berlaku|tanggal berakhir|tanggal akhir|batas)(?: (?:waktu|berakhir|waktunya))*',
    '(?:seumur|se umur) hidup',
    'selama ?lamanya|selamanya|seterusnya|dan seterusnya|untuk selamanya',
    'permanen|abadi|terus menerus|berkelanjutan tanpa batas(?: waktu)?',
    '(?:sampai|hingga|selama)(?: dengan)?(?: (?:ada|belum|tidak))*(?: ?(?:pencabutan|dicabut|pembatalan|dibatalkan|diakhiri|pengakhiran|pemutusan))(?: (?:oleh|salah|satu|kedua|para|pihak|lebih|lanjut|kembali))*',
    'unlimited|indefinite(?:ly)?|perpetual|permanent(?:ly)?|for ?ever|no (?:end|expiry|expiration|limit)(?: date)?|without (?:limit|end)|open ended|lifetime|until terminated',
  ].join('|')})$`,
)
