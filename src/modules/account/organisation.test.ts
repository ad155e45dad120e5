import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Jar, jar } from '../../../test/jar.ts'
import { db, kernel, now } from '../../../test/world.ts'
import { createAuth } from '../../platform/auth/auth.ts'
import { newId } from '../../platform/operation/operation.ts'
import { createApp } from '../../server.tsx'

type Claims = { sub: string; email: string; email_verified?: boolean; name?: string }

/** A small OpenID Connect service: discovery, keys, and the code flow with PKCE. `who` signs in next; `sign` is the key it signs with. */
const service = { who: {} as Claims, forge: false, audience: 'sinergi', url: '' }
const codes = new Map<string, { nonce: string | null; challenge: string; redirect: string }>()
const [right, wrong] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
const jwk = { ...(await exportJWK(right.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
let server: Server
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const url = new URL(request.url!, service.url)
    const send = (body: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    if (url.pathname === '/.well-known/openid-configuration')
      return send({
        issuer: service.url,
        authorization_endpoint: `${service.url}/authorize`,
        token_endpoint: `${service.url}/token`,
        jwks_uri: `${service.url}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code'],
      })
    if (url.pathname === '/keys') return send({ keys: [jwk] })
    if (url.pathname === '/authorize') {
      const code = newId()
      codes.set(code, {
        nonce: url.searchParams.get('nonce'),
        challenge: url.searchParams.get('code_challenge')!,
        redirect: url.searchParams.get('redirect_uri')!,
      })
      return response
        .writeHead(302, { location: `${url.searchParams.get('redirect_uri')}?code=${code}&state=${url.searchParams.get('state')}` })
        .end()
    }
    let text = ''
    for await (const part of request) text += part
    const form = new URLSearchParams(text)
    const kept = codes.get(form.get('code')!)
    codes.delete(form.get('code')!)
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!kept || kept.challenge !== challenge || kept.redirect !== form.get('redirect_uri'))
      return response.writeHead(400).end('{"error":"invalid_grant"}')
    const { sub, ...claims } = service.who
    const id_token = await new SignJWT({ ...claims, ...(kept.nonce ? { nonce: kept.nonce } : {}) })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setSubject(sub)
      .setIssuer(service.url)
      .setAudience(service.audience)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(service.forge ? wrong.privateKey : right.privateKey)
    return send({ access_token: 'x', token_type: 'Bearer', expires_in: 300, id_token })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const config = {
    ...kernel.config,
    OIDC_DISCOVERY_URL: `${service.url}/.well-known/openid-configuration`,
    OIDC_CLIENT_ID: 'sinergi',
    OIDC_CLIENT_SECRET: 'secret-of-the-client',
  }
  app = createApp({ ...kernel, config, auth: createAuth(config, kernel.store, kernel.secret, kernel.baseUrl) })
})
afterAll(async () => {
  server.close()
  await kernel.close()
})

/** Somebody who is registered here but was never invited. */
async function registered(name: string): Promise<{ id: string; email: string }> {
  const id = newId()
  const email = `${id.slice(-8)}@contoh.go.id`
  await db.insertInto('person').values({ id, name, email, created_at: now.at }).execute()
  return { id, email }
}
/** There and back, as a browser goes. @returns the address of the way back, and the answer to it */
async function travel(browser: Jar, ke = '/akun'): Promise<{ back: string; answer: Response }> {
  const there = await browser.get(`/masuk/oidc?ke=${encodeURIComponent(ke)}`)
  const asked = await fetch(there.headers.get('location')!, { redirect: 'manual' })
  const back = asked.headers.get('location')!.replace('http://sinergi.test', '')
  return { back, answer: await browser.get(back) }
}
const signedIn = async (browser: Jar): Promise<boolean> => (await browser.get('/akun')).status === 200

test('the button is there only when a service is configured', async () => {
  expect(await (await jar({ app }).get('/masuk?ke=/akun')).text()).toContain('href="/masuk/oidc?ke=%2Fakun"')
  expect(await (await jar().get('/masuk')).text()).not.toContain('/masuk/oidc')
  expect((await jar().get('/masuk/oidc')).headers.get('location')).toContain('/masuk')
})

test('whoever is registered with the address that the service vouches for comes in, and lands where they wanted', async () => {
  const sari = await registered('Sari Organisasi')
  service.who = { sub: 'sari', email: sari.email.toUpperCase(), email_verified: true, name: 'Nama Lain' }
  const browser = jar({ app })
  const { answer } = await travel(browser)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/akun'])
  expect(await (await browser.get('/akun')).text()).toContain('Sari Organisasi')
  expect((await travel(jar({ app }))).answer.headers.get('location')).toBe('/akun')
  const line = await db.selectFrom('audit_event').select('changes').where('subject_id', '=', sari.id).executeTakeFirstOrThrow()
  expect(line.changes).toMatchObject({ signedIn: [null, 'oidc'] })
})

test('nobody who is not registered, whose address is not verified, or who has left comes in', async () => {
  const known = await registered('Sari Belum')
  const gone = await registered('Sari Pergi')
  await db.updateTable('person').set({ left_at: now.at }).where('id', '=', gone.id).execute()
  const wrongs: Claims[] = [
    { sub: 'a', email: 'tidak.ada@contoh.go.id', email_verified: true },
    { sub: 'b', email: known.email, email_verified: false },
    { sub: 'c', email: known.email },
    { sub: 'd', email: gone.email, email_verified: true },
  ]
  for (const who of wrongs) {
    service.who = who
    const browser = jar({ app })
    const { answer } = await travel(browser)
    expect(answer.headers.get('location')).toBe('/masuk?ke=%2Fakun')
    expect(await signedIn(browser)).toBe(false)
  }
  expect(await db.selectFrom('person').select('id').where('email', '=', 'tidak.ada@contoh.go.id').execute()).toEqual([])
})

test('a token that another signed, or that is for another, is refused', async () => {
  const { email } = await registered('Sari Palsu')
  service.who = { sub: 'e', email, email_verified: true }
  for (const change of [{ forge: true }, { audience: 'another' }]) {
    Object.assign(service, change)
    const browser = jar({ app })
    await travel(browser)
    expect(await signedIn(browser)).toBe(false)
    Object.assign(service, { forge: false, audience: 'sinergi' })
  }
  const browser = jar({ app })
  await travel(browser)
  expect(await signedIn(browser)).toBe(true)
})

test('a way back that began in another browser, or is used again, is refused', async () => {
  const { email } = await registered('Sari Curi')
  service.who = { sub: 'f', email, email_verified: true }
  const attacker = jar({ app })
  const there = await attacker.get('/masuk/oidc')
  const back = (await fetch(there.headers.get('location')!, { redirect: 'manual' })).headers
    .get('location')!
    .replace('http://sinergi.test', '')
  const victim = jar({ app })
  expect((await victim.get(back)).headers.get('location')).toBe('/masuk')
  expect(await signedIn(victim)).toBe(false)
  const own = jar({ app })
  const first = await travel(own)
  const again = jar({ app })
  await again.get(first.back)
  expect(await signedIn(again)).toBe(false)
  await jar({ app }).get('/masuk/oidc/kembali?error=access_denied')
})

test('the service leads nobody to another site', async () => {
  const { email } = await registered('Sari Arah')
  service.who = { sub: 'g', email, email_verified: true }
  expect((await travel(jar({ app }), '//jahat.example/x')).answer.headers.get('location')).toBe('/')
})

test('when the service cannot be reached, the page says so', async () => {
  const config = { ...kernel.config, OIDC_DISCOVERY_URL: 'http://127.0.0.1:9/none', OIDC_CLIENT_ID: 'sinergi' }
  const alone = createApp({ ...kernel, config, auth: createAuth(config, kernel.store, kernel.secret, kernel.baseUrl) })
  const browser = jar({ app: alone })
  expect((await browser.get('/masuk/oidc')).headers.get('location')).toBe('/masuk')
  expect(await (await browser.get('/masuk')).text()).toContain('tidak dapat dihubungi')
})
