import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { assetUrl } from './assets.ts'
import type { Frame } from './frame.ts'
import { Layout } from './layout.tsx'
import { type Needs, NeedsContext, noNeeds, scriptFiles } from './needs.ts'
import { type Viewer, ViewerContext } from './viewer.ts'
import { words } from './words.ts'

/**
 * A whole document, `<!doctype html>` to the end: `c.html(renderPage(viewer, frame, <View …/>))`.
 * Nothing in it needs an exception from `script-src 'self'; style-src 'self'`.
 */
export function renderPage(viewer: Viewer, frame: Frame, body: VNode): string {
  const needs = noNeeds()
  const content = render(viewer, needs, <Layout frame={frame}>{body}</Layout>)
  const head = renderToString(<Head viewer={viewer} frame={frame} needs={needs} />)
  const theme = frame.theme === 'dark' || frame.theme === 'light' ? ` data-theme="${frame.theme}"` : ''
  return `<!doctype html><html lang="${viewer.locale}"${theme}>${head}<body>${content}</body></html>`
}

/** A piece of a page in the viewer's language: an answer to a custom element, or a chart for a document. */
export const renderPart = (viewer: Viewer, body: VNode): string => render(viewer, noNeeds(), body)

/** On a weak line what is drawn comes first. (Preact's types know it for pictures only.) */
const afterStyle = { fetchpriority: 'low' }

/** Comes after the body has been rendered, since only then is it known which scripts the page needs. */
function Head({ viewer, frame, needs }: { viewer: Viewer; frame: Frame; needs: Needs }) {
  const { product } = words[viewer.locale]
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={frame.theme === 'light' || frame.theme === 'dark' ? frame.theme : 'light dark'} />
      <title>{frame.title === product ? product : `${frame.title} – ${product}`}</title>
      <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={assetUrl('style.css')} />
      <Scripts files={scriptFiles(needs.scripts)} />
      {needs.refresh ? (
        <noscript>
          <meta http-equiv="refresh" content={String(needs.refresh)} />
        </noscript>
      ) : null}
    </head>
  )
}

/** Where a page has the frame's file, that fetches the others once the page is drawn (`client/frame.ts`). */
function Scripts({ files }: { files: readonly string[] }) {
  const urls = files.map(name => assetUrl(`${name}.js`))
  const later = files[0] === 'frame' ? urls.splice(1) : []
  return (
    <>
      {urls.map(src => (
        <script type="module" {...afterStyle} src={src} data-later={later.join(' ') || undefined} />
      ))}
    </>
  )
}

const render = (viewer: Viewer, needs: Needs, children: VNode): string =>
  renderToString(
    <NeedsContext.Provide value={needs}>
      <ViewerContext.Provide value={viewer}>{children}</ViewerContext.Provide>
    </NeedsContext.Provide>,
  )
