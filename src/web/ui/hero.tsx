import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { Icon } from './icon.tsx'

/** What Sinergi is, in one sentence under its mark: on the pages that a newcomer sees first. */
export function Hero() {
  const w = useWords(words)
  return (
    <div class="hero">
      <Icon name="mark" />
      <p>
        <b>{w.product}</b> {w.whatItIs}
      </p>
    </div>
  )
}
