import { createServer, type ServerResponse } from 'node:http'
import pg from 'pg'

/**
 * The least that streams could cost: `node:http`, one connection that listens, and one line to everybody who follows what has changed. It
 * asks nobody who they are and reads nothing.
 */
export async function serveBareStreams(port: number): Promise<void> {
  const followers = new Map<string, Set<ServerResponse>>()
  const listening = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await listening.connect()
  listening.on('notification', ({ payload = '' }) => {
    const line = `data: ${JSON.stringify({ topic: payload })}\n\n`
    for (const response of followers.get(payload) ?? []) response.write(line)
  })
  await listening.query('listen live')
  createServer((request, response) => {
    const keys = new URL(request.url!, 'http://bare').searchParams.get('topics')?.split(',')
    if (!keys) return response.end('ok')
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const key of keys) {
      followers.set(key, (followers.get(key) ?? new Set()).add(response))
      response.write(`data: ${JSON.stringify({ topic: key })}\n\n`)
    }
    return response.on('close', () => {
      for (const key of keys) followers.get(key)?.delete(response)
    })
  }).listen(port, '127.0.0.1')
}
