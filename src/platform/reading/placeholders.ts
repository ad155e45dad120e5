import { isDitto } from './dittos.ts'
import { remembered } from './remembered.ts'
import { folded, isBlank } from './text.ts'

/** Whether a cell says that there is nothing; signs that stand for a text that is not shown, such as `####` and `?`, do not. */
export const isNothing = (text: string): boolean => isBlank(text) && !/[#?*!@$%&+=<>]/.test(text)

/** Whether a cell for a number or a name only keeps its place: nothing, `0`, `x`, `TBD`, `-`, `N/A`, `tidak ada`, `???`, `sda`. */
export const isPlaceholder: (text: string) => boolean = remembered(
  text => isBlank(text) || isDitto(text) || (text.length <= 200 && keepsPlace.test(folded(text))),
)

const keepsPlace = new RegExp(
  `^(?:${[
    '0+(?: 0+)*',
    'x+(?: x+)*|(?:n|na|tba|tbd|tbc|nn|none|no|unknown|pending|menyusul|kosong|nihil|dummy|test|tes)',
    '(?:tidak|tdk|tak|belum|blm|blum|tanpa)(?: (?:ada|tersedia|diketahui|dikethui|terisi|diisi|tahu|bernomor|keluar|terbit|dapat|dimiliki|punya|memiliki|jelas|tercantum|dicantumkan|nomor|nomer|no|nomornya|nya|namanya|nama|mitra|data))*',
    '(?:masih |dalam )?(?:diproses|proses|penomoran)(?: penomoran)?',
    'to be (?:determined|announced|confirmed)',
    'not (?:available|applicable)',
  ].join('|')})$`,
)
