// A private PostgreSQL for tests and benchmarks: binaries of the machine (PATH, or Debian's /usr/lib/postgresql/*/bin), or Debian's package
// as a last resort.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.js'

/**
 * Starts a server in a new temporary folder on a free port: durable as in production (fsync on), or `quick` for tests, whose data need not
 * outlive the machine.
 * `halt` and `launch` stop it and start it again on the same data; `freeze` and `thaw` are signals to all of its processes.
 * @returns {Promise<{ url: string, bin: string, halt(): Promise<void>, launch(): Promise<void>, freeze(): void, thaw(): void, stop():
 * Promise<void> }>}
 */
export async function startPostgres(quick = false) {
  const bin = binaries() ?? installed()
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-postgres-'))
  const as = { stdio: 'ignore', cwd: folder, ...owner() }
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid)
  execFileSync(
    join(bin, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'],
    as,
  )
  const port = await freePort()
  const args = [
    '-D',
    join(folder, 'data'),
    '-k',
    folder,
    '-h',
    '127.0.0.1',
    '-p',
    String(port),
    '-c',
    'max_connections=200',
    '-c',
    'shared_buffers=256MB',
    ...(quick ? ['fsync', 'synchronous_commit', 'full_page_writes'].flatMap(setting => ['-c', `${setting}=off`]) : []),
  ]
  let server, ended
  async function launch() {
    server = spawn(join(bin, 'postgres'), args, as)
    ended = new Promise(resolve => server.once('exit', resolve))
    for (let tries = 0; !(await answers(port)); tries++) {
      if (tries > 100 || server.exitCode !== null) throw new Error('The private PostgreSQL did not start')
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  async function halt() {
    server.kill('SIGINT')
    const late = setTimeout(() => server.kill('SIGQUIT'), 60_000)
    await ended
    clearTimeout(late)
  }
  await launch()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    bin,
    halt,
    launch,
    freeze: () => signal(server.pid, 'SIGSTOP'),
    thaw: () => signal(server.pid, 'SIGCONT'),
    async stop() {
      await halt()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** To the server and each of its connections, which are its children. */
function signal(pid, name) {
  const parents = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const children = parents.map(line => line.trim().split(/ +/).map(Number)).filter(([, parent]) => parent === pid)
  process.kill(pid, name) // first, so that it makes no further ones
  for (const [child] of children) process.kill(child, name)
}

/** PostgreSQL refuses to run as root: then as the user that its package made. */
function owner() {
  if (process.getuid?.() !== 0) return {}
  const id = flag => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function binaries() {
  const folders = [...(process.env.PATH ?? '').split(':'), ...debian()]
  return folders.find(folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

const debian = () =>
  existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql')
        .sort((a, b) => Number(b) - Number(a))
        .map(version => `/usr/lib/postgresql/${version}/bin`)
    : []

function installed() {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args) =>
    spawnSync([...sudo, 'apt-get', ...args][0], [...sudo, 'apt-get', ...args].slice(1), {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'postgresql')
  const found = binaries()
  if (!found) throw new Error('No PostgreSQL on this machine, and Debian’s package could not be installed; set DATABASE_URL')
  return found
}

/** Whether a connection is taken and a statement answered. */
async function answers(port) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres', connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  return client
    .connect()
    .then(() => client.end())
    .then(
      () => true,
      () => false,
    )
}

// `node bin/postgres.js [--quick] COMMAND …` runs a command with DATABASE_URL set, then stops the server.
if (process.argv[1]?.endsWith('postgres.js') && process.argv.length > 2) {
  const quick = process.argv[2] === '--quick'
  const server = await startPostgres(quick)
  const [command, ...args] = process.argv.slice(quick ? 3 : 2)
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, DATABASE_URL: server.url, PGBIN: server.bin } })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  const code = await new Promise(resolve => child.once('exit', code => resolve(code ?? 1)))
  await server.stop()
  process.exit(code)
}
