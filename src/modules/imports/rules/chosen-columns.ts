import { type Field, fields } from '../schema/codes.ts'

/**
 * The mapping form turned round: for each field the header of the column that a person gave this meaning, empty where none has it.
 * `columns` is left out when the form asked for none, `errors` by the name of the form's field, when two columns have one meaning or one
 * has none that there is.
 */
export function chosenColumns(
  form: ReadonlyMap<string, string>,
  headers: readonly string[],
  said: { sameMeaning: (given: { other: string }) => string; noMeaning: string },
): { columns: Record<Field, string> | undefined; errors: Record<string, string[]> | null } {
  if (!headers.some((_, i) => form.has(`meanings.${i}`))) return { columns: undefined, errors: null }
  const columns = Object.fromEntries(fields.map(field => [field, ''])) as Record<Field, string>
  const errors: Record<string, string[]> = {}
  headers.forEach((header, i) => {
    const meaning = form.get(`meanings.${i}`) ?? ''
    const field = fields.find(each => each === meaning)
    if (!field) {
      if (meaning !== '' && meaning !== '-') errors[`meanings.${i}`] = [said.noMeaning]
    } else if (columns[field] === '') columns[field] = header
    else errors[`meanings.${i}`] = [said.sameMeaning({ other: columns[field] })]
  })
  return { columns, errors: Object.keys(errors).length ? errors : null }
}
