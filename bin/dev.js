// `npm run dev`: the server on your own data (`-- --demo`: the demo world), built and started anew after each change, and the open pages
// loaded again.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { createServer, request } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const port = Number(process.env.PORT || 8080)
const behind = port + 1
const base = `http://127.0.0.1:${port}`
let server
let ready = Promise.resolve()
const pages = new Set()

createServer(forward).listen(port, '127.0.0.1', () => console.log(`Watching; ${base}`))
await restart()
let waiting
for (const folder of ['src', 'database', 'scripts'])
  watch(join(root, folder), { recursive: true }, (_, file) => {
    if (!/\.(tsx?|css|svg|json|sql|typ)$/.test(file ?? '') || /\.test\.tsx?$/.test(file)) return
    clearTimeout(waiting)
    waiting = setTimeout(() => restart().catch(error => console.error(error.message)), 150)
  })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end().then(() => process.exit(0)))

/** The old one ends before the new one starts: the embedded database takes one process at a time. */
async function restart() {
  await build()
  ready = end().then(start)
  await ready
  for (const page of pages) page.write('data: anew\n\n')
}

async function end() {
  if (!server || server.exitCode !== null) return
  const ended = new Promise(resolve => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}

/** Until it says that it listens; when it ends before that, what it printed says why, and the next change tries again. */
async function start() {
  const env = { ...process.env, PORT: String(behind), BASE_URL: process.env.BASE_URL || base }
  server = spawn(process.execPath, [join(root, 'build', 'main.js'), ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  await new Promise(resolve => {
    server.once('exit', resolve)
    server.stdout.on('data', data => {
      process.stdout.write(data)
      if (String(data).includes('Sinergi: http')) resolve()
    })
  })
}

/** Passes everything on, once the server is up, and adds to each page the line that listens for a change. */
async function forward(incoming, answer) {
  if (incoming.url === '/dev/changes') return listen(answer)
  if (incoming.url === '/dev/reload.js')
    return answer
      .writeHead(200, { 'content-type': 'text/javascript' })
      .end("new EventSource('/dev/changes').onmessage = () => location.reload()")
  await ready.catch(() => {})
  const { 'accept-encoding': _, ...headers } = incoming.headers
  const passed = request({ port: behind, host: '127.0.0.1', method: incoming.method, path: incoming.url, headers }, found => {
    const isPage = String(found.headers['content-type']).startsWith('text/html')
    if (isPage) delete found.headers['content-length']
    answer.writeHead(found.statusCode, found.headers)
    if (!isPage) return found.pipe(answer)
    found.pipe(answer, { end: false })
    found.on('end', () => answer.end('<script type="module" src="/dev/reload.js"></script>'))
  })
  passed.on('error', error => answer.writeHead(502, { 'content-type': 'text/plain' }).end(error.message))
  incoming.pipe(passed)
}

function listen(answer) {
  answer.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('\n')
  pages.add(answer)
  answer.on('close', () => pages.delete(answer))
}
