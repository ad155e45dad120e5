type Scan = { seen(text: string): void; failed(): void; words: { on: string; off: string } }
type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> }
declare const BarcodeDetector: new (options: { formats: string[] }) => Detector

/** So often a picture is looked at, and so long the same code is not told again, in milliseconds. */
const [every, pause] = [150, 3000]

/** Makes of a button one that scans with the camera, where the browser reads codes by itself; elsewhere the button stays away. */
export function scanWith(button: HTMLButtonElement, video: HTMLVideoElement, { seen, failed, words }: Scan): void {
  if (!('BarcodeDetector' in window) || !navigator.mediaDevices?.getUserMedia) return
  button.hidden = false
  let stream: MediaStream | undefined
  const last = { text: '', at: 0 }

  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = undefined
    video.hidden = true
    button.textContent = words.on
  }
  const look = async (detector: Detector) => {
    if (!stream) return
    const found = await detector.detect(video).catch(() => [])
    for (const { rawValue } of found) {
      if (rawValue === last.text && Date.now() - last.at < pause) continue
      Object.assign(last, { text: rawValue, at: Date.now() })
      seen(rawValue)
    }
    setTimeout(() => void look(detector), every)
  }
  button.addEventListener('click', async () => {
    if (stream) return stop()
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      video.srcObject = stream
      video.hidden = false
      button.textContent = words.off
      await video.play()
      await look(new BarcodeDetector({ formats: ['qr_code'] }))
    } catch {
      stop()
      failed()
    }
  })
}
