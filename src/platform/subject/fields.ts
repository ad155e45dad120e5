import type { Locale } from '../i18n/words.ts'

type Labels = Readonly<Record<string, string>>

/** How a module's audit lines are read: by the names of fields in camel case, `dueOn`. */
export type FieldWords = {
  names: (locale: Locale) => Labels
  /** Fields whose values are codes rather than people's words, and what each code means. */
  codes?: Readonly<Record<string, (locale: Locale) => Labels>>
  /** Fields that are kept for proof and tell people nothing: identifiers, fingerprints, what the line says anyhow. */
  silent?: readonly string[]
}

/** The words of every module, by the kind of thing that a line is about: those of its own module first. */
export type Fields = { own: ReadonlyMap<string, FieldWords>; all: readonly FieldWords[] }

type Contribution = { subjects?: readonly { kind: string; earlier?: readonly string[] }[]; fields?: FieldWords }

export function fieldsOf(modules: readonly Contribution[]): Fields {
  const own = modules.flatMap(({ subjects = [], fields }) =>
    fields ? subjects.flatMap(({ kind, earlier = [] }) => [kind, ...earlier].map(name => [name, fields] as const)) : [],
  )
  return { own: new Map(own), all: modules.flatMap(({ fields }) => fields ?? []) }
}

/** What a field (`due_on` or `dueOn`) of a thing is called; nothing where it has no name or is silent. */
export function fieldName(fields: Fields, kind: string, field: string, locale: Locale): string | undefined {
  const name = camel(field)
  if (isSilent(fields, name)) return undefined
  for (const { names } of inTurn(fields, kind)) {
    const label = names(locale)[name]
    if (label !== undefined) return label
  }
  return undefined
}

/**
 * What a code in a field means, or the value as it is where nobody knows it; nothing where the field of this kind of
 * thing holds people's words. */
export function codeName(fields: Fields, kind: string, field: string, value: string, locale: Locale): string | undefined {
  const own = fields.own.get(kind)
  if (own && !own.codes?.[camel(field)] && camel(field) in own.names(locale)) return undefined
  const labels = inTurn(fields, kind)
    .map(({ codes }) => codes?.[camel(field)]?.(locale))
    .filter(each => each !== undefined)
  return labels.length ? (labels.find(each => Object.hasOwn(each, value))?.[value] ?? value) : undefined
}

export const isSilent = ({ all }: Fields, field: string): boolean => all.some(({ silent = [] }) => silent.includes(camel(field)))

const inTurn = ({ own, all }: Fields, kind: string): FieldWords[] => {
  const first = own.get(kind)
  return first ? [first, ...all.filter(each => each !== first)] : [...all]
}
const camel = (field: string): string => field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
