import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createToken, revokeToken } from '../src/modules/account/operations/tokens.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { agreement, partner } from './evaluation-world.ts'
import { app, as, browser, db, kernel, now, person } from './world.ts'

afterAll(() => kernel.close())

const site = 'http://sinergi.test'
let held: string
beforeAll(async () => {
  held = await agreement('Kerja sama', ['35.10'], [await partner('Mitra')])
})

const form = Buffer.from(
  `${['label', 'file"; filename="naskah.csv']
    .map(name => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\nNaskah;satu\r\n`)
    .join('')}--b--\r\n`,
)
const json = Buffer.from(JSON.stringify({ name: 'Mitra yang baru', class: 'other', office: '00' }))

/** What is sent half; in the middle `meanwhile` happens, as long after as nothing of the beginning counts any more. */
async function send(path: string, type: string, headers: Record<string, string>, body: Buffer, meanwhile: () => Promise<unknown>) {
  let half = 0
  const stream = new ReadableStream({
    async pull(controller) {
      if (half++) {
        await meanwhile()
        await setTimeout(550)
        controller.enqueue(body.subarray(20))
        controller.close()
      } else controller.enqueue(body.subarray(0, 20))
    },
  })
  const init = { method: 'POST', headers: { origin: site, 'content-type': type, ...headers }, body: stream, duplex: 'half' }
  return app.request(site + path, init as RequestInit)
}
const upload = async (actor: Actor, meanwhile: () => Promise<unknown>) =>
  send(`/perjanjian/${held}/dokumen/baru`, 'multipart/form-data; boundary=b', { cookie: (await browser(actor)).cookie }, form, meanwhile)
const documents = async () => (await db.selectFrom('agreement_document').select('id').execute()).length
const newPartners = async () => (await db.selectFrom('partner').select('id').where('name', '=', 'Mitra yang baru').execute()).length

const losses: Record<string, [status: number, lose: (actor: Actor) => Promise<unknown>]> = {
  'whose role was revoked': [
    403,
    ({ personId }) => db.updateTable('role_grant').set({ revoked_at: now.at }).where('person_id', '=', personId).execute(),
  ],
  'who is noted as having left': [
    401,
    ({ personId }) => db.updateTable('person').set({ left_at: now.at }).where('id', '=', personId!).execute(),
  ],
  'whose session was ended': [401, ({ personId }) => db.deleteFrom('auth_session').where('userId', '=', personId!).execute()],
}

test.each(Object.keys(losses))('somebody %s while a form was being sent saves nothing with it', async whose => {
  const [status, lose] = losses[whose]!
  const actor = await person('Ratna', 'national_admin')
  expect((await upload(actor, async () => {})).status).toBe(303)
  const before = await documents()
  expect((await upload(actor, () => lose(actor))).status).toBe(status)
  expect(await documents()).toBe(before)
})

test('a token that was revoked while its program was sending saves nothing', async () => {
  const actor = await person('Ratna', 'national_admin')
  const { token, kept } = await as(actor)<{ token: string; kept: { id: string } }>(createToken, { name: 'Program', scope: 'write' })
  const authorization = `Bearer ${token}`
  const answer = await send('/api/v1/partners', 'application/json', { authorization }, json, () => as(actor)(revokeToken, { id: kept.id }))
  expect([answer.status, await newPartners()]).toEqual([401, 0])
  const { token: other } = await as(actor)<{ token: string }>(createToken, { name: 'Program', scope: 'write' })
  const good = await send('/api/v1/partners', 'application/json', { authorization: `Bearer ${other}` }, json, async () => {})
  expect([good.status, await newPartners()]).toEqual([201, 1])
})
