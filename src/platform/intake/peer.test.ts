import { expect, test } from 'vitest'
import type { Request } from '../doors/request.ts'
import { peerOf, placeOf } from './peer.ts'

test.each([
  ['127.0.0.1', '127.0.0.1'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', 'unknown'],
])('%s is counted as %s', (address, place) => {
  expect(placeOf(address)).toBe(place)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['10.1.1.1, 203.0.113.7:4711', '203.0.113.7'],
  ['[2001:db8::1]:4711', '2001:db8::1'],
  ['2001:db8::1', '2001:db8::1'],
  ['not an address', '10.0.0.1'],
])('a trusted proxy that writes %s means %s', (forwarded, peer) => {
  const request = {
    var: { kernel: { config: { TRUST_PROXY: true } } },
    req: { header: () => forwarded },
    env: { incoming: { socket: { remoteAddress: '10.0.0.1' } } },
  }
  expect(peerOf(request as unknown as Request)).toBe(peer)
})
