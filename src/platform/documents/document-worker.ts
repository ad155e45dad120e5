import { buffer } from 'node:stream/consumers'
import type { Task } from './apart.ts'

// A process of its own, started by apart.ts: a task as JSON on standard input, its result as bytes on standard output. It loads no more
// than its task needs: the typesetter alone takes longer to load than a template to check.
const task = JSON.parse((await buffer(process.stdin)).toString('utf8')) as Task
process.stdout.write(await done(task))

async function done(task: Task): Promise<Uint8Array | string> {
  if (task.kind === 'pdf') return (await import('./typst.ts')).typesetPdf(task)
  const { fillTemplate, templateProblems } = await import('./word-template.ts')
  const template = Buffer.from(task.template, 'base64')
  if (task.kind === 'problems') {
    const { addLanguage } = await import('../i18n/languages.ts')
    for (const { tag, name, texts } of task.languages) addLanguage(tag, name, new Map(texts))
    const unsafe = (await import('./word-package.ts')).unsafeParts(template)
    return JSON.stringify(unsafe.length ? unsafe : await templateProblems(template, task.fields))
  }
  return fillTemplate(template, task.data)
}
