import { languages } from '../platform/i18n/languages.ts'
import type { Frame, Theme } from './frame.ts'
import { useViewer, useWords } from './viewer.ts'
import { words } from './words.ts'

/**
 * Language and theme: `POST /tampilan` with `bahasa` (its tag) or `tema` (`auto`, `light`, `dark`), and `kembali`, the path to return
 * to.
 */
export function Footer({ frame }: { frame: Frame }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const theme: Theme = frame.theme ?? 'auto'
  return (
    <footer class="foot">
      <p>
        <b>{w.product}</b> · {w.tagline} · <a href="/bantuan">{w.help}</a>
      </p>
      <form method="post" action="/tampilan">
        <input type="hidden" name="kembali" value={frame.path} />
        {frame.csrf ? <input type="hidden" name="csrf" value={frame.csrf} /> : null}
        <div class="switch" role="group" aria-label={w.language}>
          {[...languages.values()].map(({ tag, name }) => (
            <button name="bahasa" value={tag} lang={tag} aria-pressed={locale === tag}>
              {name}
            </button>
          ))}
        </div>
        <div class="switch" role="group" aria-label={w.theme}>
          {(['auto', 'light', 'dark'] as const).map(name => (
            <button name="tema" value={name} aria-pressed={theme === name}>
              {w.themes[name]}
            </button>
          ))}
        </div>
      </form>
    </footer>
  )
}
