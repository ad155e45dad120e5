import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Asset = { body: Buffer; headers: Record<string, string> }

/**
 * The public address of a built file by its plain name (`style.css`, `draft-form.js`): `/assets/style.1a2b3c4d.css`.
 * The manifest is read once. Without a build (unit tests) the plain name comes back under `/assets/`.
 */
export function assetUrl(name: string): string {
  manifest ??= readManifest()
  return manifest[name] ?? `/assets/${name}`
}

/**
 * What to answer to `GET /assets/<file>`: body and headers, precompressed as the request accepts, immutable for a year.
 * `undefined` when the manifest does not list the file, so no other file can be asked for.
 */
export function findAsset(file: string, acceptEncoding = ''): Asset | undefined {
  manifest ??= readManifest()
  if (!Object.values(manifest).includes(`/assets/${file}`)) return undefined
  const encoding = isPacked(file) ? undefined : encodings.find(([name]) => acceptEncoding.includes(name))
  const key = `${file}${encoding?.[1] ?? ''}`
  const held = bodies.get(key)
  if (held) return held
  const type = types[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
  const headers = { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' }
  const asset = {
    body: readFileSync(`${folder}/assets/${key}`),
    headers: encoding ? { ...headers, 'content-encoding': encoding[0] } : headers,
  }
  bodies.set(key, asset)
  return asset
}

/**
 * The service worker, which browsers ask for anew with each visit and get only when it is another; when it is turned off, a last one in its
 * place that takes itself and all it kept away.
 */
export function findServiceWorker(isOn: boolean, acceptEncoding = ''): Asset & { headers: { etag: string } } {
  const url = isOn ? assetUrl('service-worker.js') : ''
  const asset = findAsset(url.slice(url.lastIndexOf('/') + 1), acceptEncoding)
  const { 'content-encoding': encoding } = asset?.headers ?? {}
  const headers = { 'content-type': types.js!, 'cache-control': 'no-cache', vary: 'accept-encoding', etag: `"${url}"` }
  return { body: asset?.body ?? Buffer.from(lastWorker), headers: { ...headers, ...(encoding && { 'content-encoding': encoding }) } }
}

const lastWorker = `addEventListener('install', () => skipWaiting())
addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name)
  await registration.unregister()
})()))
`

type Manifest = Readonly<Record<string, string>>

const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const
const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}
/** Pictures are small already, and lie there as they are. */
const isPacked = (file: string): boolean => file.endsWith('.webp')
const bodies = new Map<string, Asset>()
let manifest: Manifest | undefined
let folder = ''

/** The bundle lies beside its manifest in `build/`; the source two folders below the root. */
function readManifest(): Manifest {
  for (const place of ['.', '../../build']) {
    const at = fileURLToPath(new URL(place, import.meta.url))
    if (!existsSync(`${at}/assets.json`)) continue
    folder = at
    return JSON.parse(readFileSync(`${at}/assets.json`, 'utf8')) as Manifest
  }
  return {}
}
