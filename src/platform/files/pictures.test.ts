import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { copiesOf } from './pictures.ts'

/** Every point another colour: as hard to make small as a picture can be. */
function noise(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(width * height * 3)
  for (let at = 0, seed = 1; at < bytes.length; at++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    bytes[at] = seed >> 16
  }
  return bytes
}
const raw = (width: number, height: number) => sharp(noise(width, height), { raw: { width, height, channels: 3 } })

test('a picture is shown as it was held, without what the camera wrote into it, and small enough for a weak line', async () => {
  const taken = await raw(1800, 1200)
    .withExif({ IFD0: { Make: 'Kamera Rahasia' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '7/1 0/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect(taken.toString('latin1')).toContain('Kamera Rahasia')
  const { small, large } = (await copiesOf(taken))!
  expect([small.width, small.height, large.width, large.height]).toEqual([160, 240, 1067, 1600])
  expect(small.bytes.byteLength).toBeLessThanOrEqual(8 * 1024)
  sharp.unblock({ operation: ['VipsForeignLoadWebpBuffer', 'VipsForeignLoadWebpSource'] })
  for (const { bytes } of [small, large]) {
    const { format, exif, orientation } = await sharp(bytes).metadata()
    expect([format, exif, orientation]).toEqual(['webp', undefined, undefined])
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Rahasia')
  }
})

test('a small picture is not made larger', async () => {
  const { small, large } = (await copiesOf(await raw(50, 20).png().toBuffer()))!
  expect([small.width, small.height, large.width, large.height]).toEqual([50, 20, 50, 20])
})

/** A PNG that says how large it is, and holds so many bytes of the same. */
function png(width: number, height: number, packed: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))])
}
function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc(named))
  return Buffer.concat([length, named, check])
}
function crc(bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

test('a bomb is not unpacked: little to send, billions of points to draw', async () => {
  const packed = deflateSync(Buffer.alloc(6251 * 5000))
  expect(packed.byteLength).toBeLessThan(100_000)
  expect(await copiesOf(png(50_000, 50_000, packed))).toBeNull()
  expect(await copiesOf(png(5001, 5001, packed))).toBeNull()
  for (const [width, height] of [
    [24_999_999, 1],
    [1, 24_999_999],
    [20_001, 1],
    [1, 20_001],
  ] as const)
    expect(await copiesOf(png(width, height, deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))))).toBeNull()
  expect(await copiesOf(png(20_000, 1, deflateSync(Buffer.alloc(2501))))).not.toBeNull()
})

test('what is broken, cut off or pretends to be a picture has no copies', async () => {
  const whole = await raw(300, 300).jpeg().toBuffer()
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>')
  const gif = await raw(9, 9).gif().toBuffer()
  for (const bytes of [whole.subarray(0, whole.length / 2), whole.subarray(0, 30), svg, gif, Buffer.from('%PDF-1.7'), Buffer.alloc(0)])
    expect(await copiesOf(bytes)).toBeNull()
})
