import { expect, test } from 'vitest'
import { placeOf } from './peer.ts'

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
