import { app as theApp } from './world.ts'

type Options = { ip?: string; app?: { request: typeof theApp.request }; base?: string; agent?: string }
export type Jar = {
  get(path: string): Promise<Response>
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Response>
  cookies: Map<string, string>
}

/** A browser that keeps its cookies, at an address of its own: for signing in as people do. It follows no redirect. */
export function jar({
  ip = `10.${byte()}.${byte()}.${byte()}`,
  app = theApp,
  base = 'http://sinergi.test',
  agent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36',
}: Options = {}): Jar {
  const cookies = new Map<string, string>()
  async function send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'user-agent': agent, ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) }
    const answer = await app.request(`${base}${path}`, { ...init, headers }, { incoming: { socket: { remoteAddress: ip } } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/)!
      if (!value || /max-age=0(;|$)/i.test(line)) cookies.delete(name!)
      else cookies.set(name!, value)
    }
    return answer
  }
  return {
    cookies,
    get: path => send(path, {}),
    post(path, fields = {}, headers = { origin: base }) {
      return send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      })
    },
  }
}

const byte = (): number => Math.floor(Math.random() * 254) + 1
