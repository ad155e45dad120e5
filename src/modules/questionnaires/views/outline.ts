import { type AskedQuestion, type Form, questionsFor } from '../rules/questions.ts'
import type { AskedObligation, Section } from '../schema.ts'

/** A questionnaire as a paper shows it: sections lettered, their questions numbered, repeated ones once per obligation. */
export type Outline = {
  section: Section
  letter: string
  /** The part that begins with this section, when it is another than before. */
  heading: Section['heading']
  groups: { obligation: AskedObligation | null; number: number; items: Item[] }[]
}[]

/** `code` is what people call the question by on the telephone, "B2"; evidence has none and goes with the question before it. */
export type Item = AskedQuestion & { code: string | null }

/** The outline of all that one side is asked; sections without a question for that side are left out. */
export function outlineOf(form: Form): Outline {
  const all = questionsFor(form)
  const sections = form.instrument.sections.filter(({ questions }) => questions.some(({ sides }) => sides?.includes(form.side) ?? true))
  return sections.map((section, at) => {
    const letter = letterOf(at)
    const groups = Map.groupBy(
      all.filter(asked => asked.section === section),
      ({ obligation }) => obligation,
    )
    return {
      section,
      letter,
      heading: section.heading?.id === sections[at - 1]?.heading?.id ? undefined : section.heading,
      groups: [...groups].map(([obligation, asked], index) => ({ obligation, number: index + 1, items: withCodes(asked, letter) })),
    }
  })
}

/** Sections stand under the parts' headings where there are parts, else directly under the page's. */
export const sectionTitle = (outline: Outline): 'h2' | 'h3' => (outline[0]?.heading ? 'h3' : 'h2')

/** Where a section stands on the page. */
export const sectionId = (letter: string): string => `bagian-${letter}`

/** A, B … Z, AA, AB … */
function letterOf(at: number): string {
  return (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}

function withCodes(asked: readonly AskedQuestion[], letter: string): Item[] {
  let number = 0
  return asked.map(item => ({ ...item, code: item.evidenceFor || item.question.type === 'info' ? null : `${letter}${++number}` }))
}
