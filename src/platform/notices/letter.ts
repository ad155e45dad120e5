export type LetterText = { subject: string; text: string }
type Message<T> = string | ((given: T) => string)

/** A letter in the words of one language, both of its messages given the same. */
export const letterOf = <A, B>(w: { subject: Message<A>; text: Message<B> }, given: A & B): LetterText => ({
  subject: typeof w.subject === 'string' ? w.subject : w.subject(given),
  text: typeof w.text === 'string' ? w.text : w.text(given),
})

export const dashed = (lines: readonly string[]): string => lines.map(line => `- ${line}`).join('\n')
