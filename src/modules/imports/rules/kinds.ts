import { remembered } from '../../../platform/reading/remembered.ts'
import { editDistance, folded, joined } from '../../../platform/reading/text.ts'
import type { Kind, PartnerClass } from '../schema/codes.ts'

/**
 * The kind of document that a text names: nota kesepahaman (NK, MoU, memorandum of understanding), perjanjian kerja sama (PKS) or
 * addendum, in any case, with dots or spaces between letters, one slip in a long name, or a bracket after it. The name must come
 * first (`Draf MoU`, `Bukan PKS` are not kinds), and a text that names two of them says neither; only an addendum may name what
 * it amends.
 */
export const readKind: (text: string) => Kind | null = remembered(findKind)

function findKind(text: string): Kind | null {
  if (text.length > 300) return null
  const said = joined(folded(text)).replace(/^(?:(?:jenis|bentuk|naskah|dokumen|surat|berupa|\d+|[a-d]) )+/, '')
  const first = (Object.keys(spellings) as Kind[]).find(kind => startsWith(said, kind))
  if (!first || /\badd?endum\b/.test(said)) return first ? 'addendum' : null
  if (first === 'addendum') return first
  return mentions[first === 'mou' ? 'pks' : 'mou'].test(said) ? null : first
}

const spellings: Record<Kind, { short: RegExp; long: string[] }> = {
  mou: {
    short: /^(nk|mou|mo u)\b/,
    long: ['nota kesepahaman', 'nota kesefahaman', 'nota saling pengertian', 'memorandum saling pengertian', 'memorandum of understanding'],
  },
  pks: { short: /^pks\b/, long: ['perjanjian kerja sama'] },
  addendum: { short: /^(addendum|adendum|addenda|adenda)\b/, long: ['addendum', 'adendum'] },
}

const mentions = { mou: /\b(nk|mou|nota kese[pf]ahaman|memorandum)\b/, pks: /\b(pks|perjanjian)\b/ }

/** The long names are compared without spaces, so that `kerjasama` is `kerja sama`, and with one slip, if nothing but words follows. */
function startsWith(said: string, kind: Kind): boolean {
  if (spellings[kind].short.test(said)) return true
  const words = said.split(' ')
  return spellings[kind].long.some(name => {
    const wanted = name.replaceAll(' ', '')
    return [1, 2, 3, 4].some(count => {
      const start = words.slice(0, count).join('')
      return (
        count <= words.length && (start === wanted || (wanted.length >= 7 && start[0] === wanted[0] && editDistance(start, wanted, 1) <= 1))
      )
    })
  })
}

/** The class of partner that a text names; null for other words. */
export const readPartnerClass: (text: string) => PartnerClass | null = remembered(text => {
  const said = joined(folded(text))
  return classes.find(([, spelling]) => spelling.test(said))?.[0] ?? null
})

const classes: [PartnerClass, RegExp][] = [
  ['ministry', /^(kementerian|kementrian|kemen|ministry)\b/],
  [
    'student_association',
    /^((perkumpulan|organisasi|himpunan|ikatan|badan eksekutif|lembaga) (ke)?mahasiswa(an)?|ormawa|bem|mahasiswa|student)/,
  ],
  ['professional_organisation', /^((organisasi|asosiasi|perkumpulan|ikatan|himpunan|lembaga) profesi|profesi|professional)/],
  [
    'ngo',
    /^(lembaga swadaya masyarakat|lsm|ngo|ornop|ormas|organisasi (ke)?masyarakat(an)?( sipil)?|organisasi non ?pemerintah|masyarakat sipil|oms|nongovernmental|non governmental)/,
  ],
  ['media', /^(perusahaan media|media|pers\b|perusahaan pers|lembaga penyiaran|media massa)/],
  ['university', /^(perguruan tinggi|universitas|univ|kampus|institut|politeknik|sekolah tinggi|akademi|university)\b/],
  ['company', /^(perusahaan|badan usaha|bumn|bumd|swasta|dunia usaha|korporasi|company)/],
  [
    'state_body',
    /^(lembaga negara|lembaga pemerintah|instansi pemerintah|lembaga tinggi negara|badan negara|lpnk|pemerintah daerah|pemda|state)/,
  ],
  ['other', /^(lainnya|lain lain|lain|dll|other)$/],
]
