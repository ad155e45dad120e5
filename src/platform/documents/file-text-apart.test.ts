import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { zip } from '../../../test/handmade-workbook.ts'
import { WorkTooHard } from '../process/apart.ts'
import { runInWorker } from './apart.ts'
import { readTextApart } from './file-text-apart.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** One page whose content says so many letters. */
function pdf(letters: number): Uint8Array {
  const content = Buffer.concat([Buffer.from('BT /F1 1 Tf ('), Buffer.alloc(letters, 'a'), Buffer.from(') Tj ET')])
  const packed = deflateSync(content, { level: 9 })
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>',
  ].map((each, at) => `${at + 1} 0 obj${each}endobj\n`)
  const head = `%PDF-1.7\n${objects.join('')}4 0 obj<</Filter/FlateDecode/Length ${packed.length}>>stream\n`
  return new Uint8Array(Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF')]))
}
const word = (body: string) => zip({ 'word/document.xml': `<w:document><w:p><w:t>${body}</w:t></w:p></w:document>` })

test('what a file says is read apart, and what is none says nothing', async () => {
  expect(await readTextApart(pdf(5), 'application/pdf')).toEqual({ text: 'aaaaa', cut: false })
  expect(await readTextApart(word('satu &amp; dua'), docx)).toEqual({ text: 'satu & dua', cut: false })
  expect(await readTextApart(bytesOf('rusak'), 'application/pdf')).toBeNull()
})

test('a small file that unpacks to more than its reader may hold cannot be read, and ends nothing but its reader', {
  timeout: 120_000,
}, async () => {
  const bomb = pdf(100_000_000)
  expect(bomb.length).toBeLessThan(100_000)
  expect(await readTextApart(bomb, 'application/pdf')).toBeNull()
  const task = { kind: 'text' as const, file: bomb, type: 'application/pdf' }
  await expect(runInWorker(task, { memory: 100 })).rejects.toSatisfy(error => error instanceof WorkTooHard && /SIGKILL/.test(error.message))
})

const children = () => {
  const tasks = readdirSync('/proc/self/task').map(id => `/proc/self/task/${id}/children`)
  return tasks.flatMap(each => readFileSync(each, 'utf8').split(' ').filter(Boolean).map(Number))
}

test.runIf(existsSync('/proc/self/task'))(
  'a reader that is told to end with the server does not make its file one that cannot be read',
  async () => {
    const before = children()
    const reading = expect(readTextApart(pdf(20_000_000), 'application/pdf')).rejects.toThrow('SIGTERM')
    while (children().length === before.length) await setTimeout(5)
    for (const child of children().filter(each => !before.includes(each))) process.kill(child, 'SIGTERM')
    await reading
  },
)
