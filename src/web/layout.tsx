import type { ComponentChildren } from 'preact'
import { formatDay } from '../platform/i18n/format.ts'
import { Footer } from './footer.tsx'
import type { Frame } from './frame.ts'
import { Header } from './header.tsx'
import { Navigation } from './navigation.tsx'
import { useScript } from './needs.ts'
import { Breadcrumbs } from './ui/breadcrumbs.tsx'
import { Notice } from './ui/notice.tsx'
import { OnDevice } from './ui/on-device.tsx'
import { useViewer, useWords } from './viewer.ts'
import { words } from './words.ts'

/**
 * The frame around `<main>`, and a head of its own on paper; `renderPage` puts it to use. The body itself begins with a `PageHead` (its
 * `<h1>`).
 */
export function Layout({ frame, children }: { frame: Frame; children: ComponentChildren }) {
  const { device } = frame
  if (device) useScript('on-device') // the first of all: it sees the page as it came
  const w = useWords(words)
  const { locale, today } = useViewer()
  const bare = frame.navigation.length === 0
  return (
    <>
      <a class="skip" href="#isi">
        {w.skip}
      </a>
      <Header frame={frame} />
      {device ? <OnDevice {...device} /> : null}
      <p class="letterhead" aria-hidden="true">
        <b>{frame.person?.office ?? w.product}</b>
        <span>
          {w.product} · {formatDay(locale, today)}
        </span>
      </p>
      <div class={bare ? 'frame bare' : 'frame'}>
        {bare ? null : <Navigation items={frame.navigation} path={frame.path} />}
        <div class="page">
          <Breadcrumbs crumbs={frame.breadcrumbs} />
          <main id="isi" tabindex={-1}>
            {frame.notice ? <Notice kind={frame.notice.kind}>{frame.notice.text}</Notice> : null}
            {children}
          </main>
        </div>
      </div>
      <Footer frame={frame} />
    </>
  )
}
