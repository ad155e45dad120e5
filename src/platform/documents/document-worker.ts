import { serialize } from 'node:v8'
import { answerTask } from '../process/task.ts'
import type { Task } from './apart.ts'

// A process of its own, started by apart.ts. It loads no more than its task needs: the typesetter alone takes longer to load than a
// template to check.
await answerTask(done)

async function done(task: Task): Promise<Uint8Array | string> {
  if (task.kind === 'pdf') return (await import('./typst.ts')).typesetPdf(task)
  if (task.kind === 'paper') return (await import('./paper-word.ts')).makePaper(task.paper)
  if (task.kind === 'text') {
    const { textOf } = await import('./file-text.ts')
    return serialize(await textOf(task.file, task.type).catch(() => null))
  }
  const { fillTemplate, templateProblems } = await import('./word-template.ts')
  const template = Buffer.from(task.template)
  if (task.kind === 'problems') {
    const { addLanguage } = await import('../i18n/languages.ts')
    for (const { tag, name, texts } of task.languages) addLanguage(tag, name, new Map(texts))
    const unsafe = (await import('./word-package.ts')).unsafeParts(template)
    return JSON.stringify(unsafe.length ? unsafe : await templateProblems(template, task.fields))
  }
  return fillTemplate(template, task.data)
}
