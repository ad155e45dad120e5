import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export type StandIn = { url: string; statements: string[]; freeze(): void; thaw(): void; hangUp(): void; close(): void }

/**
 * As much of a PostgreSQL server as a client notices: it lets everybody in, answers every statement with nothing, and can be frozen,
 * which is how a server looks whose process was stopped or whose cable was cut: connections stand, and nothing comes over them.
 */
export async function standInPostgres(): Promise<StandIn> {
  const statements: string[] = []
  const sockets = new Set<Socket>()
  const held: (() => void)[] = []
  let frozen = false
  const answer = (socket: Socket, bytes: Buffer) => {
    const send = () => void socket.write(bytes)
    if (frozen) held.push(send)
    else send()
  }
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    let received = Buffer.alloc(0)
    let begun = false
    socket.on('data', data => {
      received = Buffer.concat([received, data])
      for (;;) {
        const head = begun ? 5 : 4
        if (received.length < head) return
        const length = received.readInt32BE(head - 4) + head - 4
        if (received.length < length) return
        const message = received.subarray(0, length)
        received = received.subarray(length)
        if (!begun) {
          begun = true
          answer(socket, Buffer.concat([part('R', Buffer.from([0, 0, 0, 0])), ready]))
          continue
        }
        const kind = String.fromCharCode(message[0]!)
        if (kind === 'Q') statements.push(message.subarray(5, -1).toString())
        if (kind === 'P') statements.push(message.subarray(5).toString().split('\0')[1]!)
        const reply = { Q: Buffer.concat([done, ready]), P: part('1'), B: part('2'), D: part('n'), E: done, S: ready, X: undefined }[kind]
        if (reply) answer(socket, reply)
        else socket.end()
      }
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `postgres://sinergi:sangat-rahasia@127.0.0.1:${(server.address() as AddressInfo).port}/sinergi`,
    statements,
    freeze() {
      frozen = true
    },
    thaw() {
      frozen = false
      for (const send of held.splice(0)) send()
    },
    hangUp,
    close() {
      hangUp()
      server.close()
    },
  }
}

function part(kind: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(5)
  head.write(kind)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const done = part('C', Buffer.from('SELECT 0\0'))
const ready = part('Z', Buffer.from('I'))
