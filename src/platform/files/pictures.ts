import type { Sharp } from 'sharp'

/** Kinds of stored files that are shown as pictures. */
export const pictureTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/png'])

/** A picture as it is shown: WebP, turned as it was taken, without anything that the camera wrote into it. */
export type Copy = { bytes: Uint8Array; width: number; height: number }

/**
 * What is not even begun: a telephone makes up to 50 million points, which a JPEG is read in a smaller size of; a PNG is unpacked whole, so
 * fewer of those.
 */
const mostPoints: Readonly<Record<string, number>> = { jpeg: 60_000_000, png: 25_000_000 }
/** Points of a side, beyond which a picture of few of them takes a wide line's memory, or a high one's time. */
const longestSide = 20_000
/** Longest side in pixels, and the most bytes that the small one may have on a weak line. */
const [small, large, mostBytes] = [240, 1600, 8 * 1024]

/**
 * A small and a larger copy of a picture; nothing where it cannot be read or would take too much to read. The work is done on other threads
 * than the server's own, one picture at a time.
 */
export async function copiesOf(bytes: Uint8Array): Promise<{ small: Copy; large: Copy } | null> {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  // Only the two readers that are needed: no other format is let near by a file that pretends.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegSource', 'VipsForeignLoadPngSource'],
  })
  const open = (most: number) => sharp(bytes, { limitInputPixels: most, failOn: 'error', sequentialRead: true, pages: 1 })
  try {
    const { format, width, height } = await open(Math.max(...Object.values(mostPoints))).metadata()
    const most = mostPoints[format]
    if (!most || width * height > most || Math.max(width, height) > longestSide) return null
    const fitted = (side: number) =>
      open(most).autoOrient().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }).timeout({ seconds: 20 })
    return { small: await smallOf(fitted(small)), large: await copyOf(fitted(large), 75) }
  } catch {
    return null
  }
}

/** As good as fits. */
async function smallOf(picture: Sharp): Promise<Copy> {
  let copy = await copyOf(picture, 60)
  for (const quality of [40, 20, 5]) if (copy.bytes.byteLength > mostBytes) copy = await copyOf(picture, quality)
  return copy
}

async function copyOf(picture: Sharp, quality: number): Promise<Copy> {
  const { data, info } = await picture.clone().webp({ quality }).toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}
