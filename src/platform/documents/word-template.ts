import { RelType, type Tag, type TemplateData, TemplateHandler } from 'easy-template-x'
import { braceKeeper, hideBraces } from './word-braces.ts'
import { emptyTables } from './word-empty-tables.ts'
import { checkTags, halfTag, problemOf, type TemplateFields, type TemplateProblem, type WordChart, type WordData } from './word-tags.ts'

const maxXmlDepth = 40

/** The filled document. The template has been checked before; what is found wrong only now is a bug. */
export async function fillTemplate(template: Buffer, { texts, lists, charts }: WordData): Promise<Buffer> {
  const data = { ...hideBraces({ ...texts, ...lists }), ...chartsOf(charts) } as TemplateData
  return new TemplateHandler({ maxXmlDepth, extensions: { afterCompilation: [emptyTables, braceKeeper] } }).process(template, data)
}

/**
 * What is wrong with the tags of a template. When they are all known it is filled once with nothing, since some mistakes (a loop that
 * opens in a table and closes beneath it, a last brace without its other half) only show then.
 */
export async function templateProblems(template: Buffer, fields: TemplateFields): Promise<TemplateProblem[]> {
  try {
    const tags: Tag[] = await new TemplateHandler({ maxXmlDepth }).parseTags(template)
    const problems = checkTags(tags, fields)
    if (problems.length) return problems
    const left = /.{0,40}[{}].{0,40}/u.exec(await textOf(await fillTemplate(template, blank(fields))))
    return left ? [halfTag(left[0])] : []
  } catch (error) {
    return [problemOf(error)]
  }
}

async function textOf(document: Buffer): Promise<string> {
  const texts = [RelType.MainDocument, RelType.Header, RelType.Footer].map(part => new TemplateHandler().getText(document, part))
  return (await Promise.all(texts)).join('\n')
}

/** One empty row in every list, so that every loop is gone through. */
function blank({ texts, lists, charts }: TemplateFields): WordData {
  const empty = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, '']))
  const chart = { categories: ['–'], series: [{ name: '–', values: [0] }] }
  return {
    texts: empty(texts),
    lists: Object.fromEntries(Object.entries(lists).map(([name, fields]) => [name, [empty(fields)]])),
    charts: Object.fromEntries(charts.map(name => [name, chart])),
  }
}

const chartsOf = (charts: Record<string, WordChart>) =>
  Object.fromEntries(
    Object.entries(charts).map(([name, { categories, series }]) => [name, { _type: 'chart', categories: { names: categories }, series }]),
  )
