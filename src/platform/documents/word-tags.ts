import {
  MalformedFileError,
  MaxXmlDepthError,
  MissingCloseDelimiterError,
  MissingStartDelimiterError,
  type Tag,
  TagDisposition,
  TagOptionsParseError,
  UnclosedTagError,
  UnidentifiedFileTypeError,
  UnopenedTagError,
  UnsupportedFileTypeError,
} from 'easy-template-x'
import type { Localized } from '../i18n/words.ts'
import { refusals } from './refusal-words.ts'

/** The tags that a template may use: texts, charts (the tag stands in the chart's title), and lists with the fields of a row. */
export type TemplateFields = { texts: readonly string[]; charts: readonly string[]; lists: Readonly<Record<string, readonly string[]>> }
/** `tag` is written as in the template, `{#findings}`; empty when the file as a whole is wrong. */
export type TemplateProblem = { tag: string; message: Localized }

/** A chart's new figures, in place of those that the template's chart was drawn with. `values` has one for each category. */
export type WordChart = { categories: string[]; series: { name: string; values: number[] }[] }
/** What fills a template: texts by tag, lists of rows by loop, charts by the tag in their title. */
export type WordData = { texts: Record<string, string>; lists: Record<string, Record<string, string>[]>; charts: Record<string, WordChart> }

/** More tags than any report has; a template beyond this would only keep the server busy. */
const mostTags = 4000

/**
 * Every tag against the known ones. A list inside a list is refused: it is always a mistake here, and a row for every pair of rows could
 * fill the disk.
 */
export function checkTags(tags: readonly Tag[], fields: TemplateFields): TemplateProblem[] {
  if (tags.length > mostTags) {
    return [{ tag: '', message: refusals.tooManyTags({ mostTags }) }]
  }
  const problems: TemplateProblem[] = []
  const opened: Tag[] = []
  const known = (name: string) =>
    fields.texts.includes(name) || fields.charts.includes(name) || fields.lists[list()?.name ?? '']?.includes(name)
  const list = () => opened.findLast(tag => Object.hasOwn(fields.lists, tag.name))
  for (const tag of tags) {
    if (tag.disposition === TagDisposition.Close) {
      if (!opened.pop()) problems.push(unopened(tag.rawText))
    } else if (tag.disposition === TagDisposition.SelfClosed) {
      if (!known(tag.name)) problems.push(unknown(tag.rawText))
    } else {
      if (!Object.hasOwn(fields.lists, tag.name)) problems.push(unknown(tag.rawText))
      else if (list()) problems.push(nested(tag.rawText, list()!.rawText))
      opened.push(tag)
    }
  }
  return [...problems, ...opened.map(tag => unclosed(tag.rawText))]
}

/** What the filler says is wrong, with the tag it names, in words for the person who edits the template. */
export function problemOf(error: unknown): TemplateProblem {
  if (error instanceof MissingCloseDelimiterError) return halfTag(error.openDelimiterText)
  if (error instanceof MissingStartDelimiterError) return halfTag(error.closeDelimiterText)
  if (error instanceof UnclosedTagError) return unclosed(error.tagRawText)
  if (error instanceof UnopenedTagError) return unopened(error.tagRawText)
  if (error instanceof TagOptionsParseError) return options(error.tagRawText)
  if (error instanceof MalformedFileError || error instanceof UnidentifiedFileTypeError || error instanceof UnsupportedFileTypeError)
    return notWord()
  if (error instanceof MaxXmlDepthError) return tooDeep()
  const told = error instanceof Error ? error.message : String(error)
  return {
    tag: /\{[^{}]*\}/.exec(told)?.[0] ?? '',
    message: refusals.templateNotFillable({ told }),
  }
}

export const tooMuch = (): TemplateProblem => ({
  tag: '',
  message: refusals.templateTooComplex,
})
export const notWord = (): TemplateProblem => ({
  tag: '',
  message: refusals.documentBroken,
})

const unknown = (tag: string): TemplateProblem => ({
  tag,
  message: refusals.tagUnknown({ tag }),
})
const unclosed = (tag: string): TemplateProblem => ({
  tag,
  message: refusals.loopNotClosed({ tag }),
})
const unopened = (tag: string): TemplateProblem => ({
  tag,
  message: refusals.loopNotOpened({ tag }),
})
const nested = (tag: string, outer: string): TemplateProblem => ({
  tag,
  message: refusals.loopMisplaced({ tag, outer }),
})
export const halfTag = (text: string): TemplateProblem => ({
  tag: text.slice(0, 80),
  message: refusals.braceMissing({ text: text.slice(0, 80) }),
})
const options = (tag: string): TemplateProblem => ({
  tag,
  message: refusals.optionsUnreadable({ tag }),
})
const tooDeep = (): TemplateProblem => ({
  tag: '',
  message: refusals.documentTooDeep,
})
