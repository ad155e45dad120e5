import type { Frame, NavigationItem, Person } from './frame.ts'
import { useScript } from './needs.ts'
import { Icon } from './ui/icon.tsx'
import { useWords } from './viewer.ts'
import { words } from './words.ts'

/** Name of the product, the one search box (GET `/cari?q=`), the inbox, and who is signed in. */
export function Header({ frame }: { frame: Frame }) {
  const w = useWords(words)
  return (
    <header>
      {frame.banner ? <p class="banner">{frame.banner}</p> : null}
      <div class="top">
        <a class="mark" href="/">
          <Icon name="mark" />
          {w.product}
        </a>
        {frame.search ? <Search /> : null}
        {frame.person ? (
          <>
            <Bar frame={frame} lines={frame.person.inboxLines} />
            <Account person={frame.person} csrf={frame.csrf} device={frame.device?.person} />
          </>
        ) : (
          <Visitor lines={frame.visitor ?? []} />
        )}
      </div>
    </header>
  )
}

/** The key `/` leads here where scripts run. */
function Search() {
  useScript('search-box')
  const w = useWords(words)
  return (
    <search class="search">
      <search-box>
        <form action="/cari">
          <input
            type="search"
            name="q"
            aria-label={w.searchHint}
            placeholder={w.searchHint}
            maxlength={200}
            autocomplete="off"
            aria-keyshortcuts="/"
          />
          <button class="icon-button" aria-label={w.search}>
            <Icon name="search" />
          </button>
        </form>
      </search-box>
    </search>
  )
}

/** What somebody who is not signed in may read, and the way in. */
function Visitor({ lines }: { lines: readonly NavigationItem[] }) {
  const w = useWords(words)
  return (
    <nav class="visitor" aria-label={w.mainNavigation}>
      {lines.map(({ href, label, current }) => (
        <a class="button quiet" href={href} aria-current={current ? 'page' : undefined}>
          {label}
        </a>
      ))}
      <a class="button quiet" href="/masuk">
        {w.signIn}
      </a>
    </nav>
  )
}

/** The inbox beside the name; on a phone a bar at the foot of the screen, in reach of the thumb: home, search, inbox, menu. */
function Bar({ frame, lines }: { frame: Frame; lines: number }) {
  const w = useWords(words)
  return (
    <div class="bar">
      <a class="bar-only" href="/" aria-current={frame.path === '/' ? 'page' : undefined}>
        <Icon name="home" />
        {w.home}
      </a>
      {frame.search ? (
        <a class="bar-only" href="/cari">
          <Icon name="search" />
          {w.search}
        </a>
      ) : null}
      <Inbox lines={lines} />
      {frame.navigation.length ? (
        <button class="bar-only menu-button" type="button" popovertarget="menu">
          <Icon name="menu" />
          {w.menu}
        </button>
      ) : null}
    </div>
  )
}

/** How many lines wait is said, not only shown, and kept as it is now while the page is looked at. */
function Inbox({ lines }: { lines: number }) {
  useScript('live-part')
  const w = useWords(words)
  const count = lines || undefined
  return (
    <a class="inbox" href="/kotak-masuk" data-name={w.inbox({ lines: undefined })} aria-label={w.inbox({ lines: count })}>
      <live-part data-topic="inbox" data-as="count" data-none={w.inbox({ lines: undefined })} data-some={w.inbox({ lines: '{lines}' })}>
        <Icon name="inbox" />
        {count ? <span class="count">{count}</span> : null}
      </live-part>
    </a>
  )
}

/** Signing out goes through `<sign-out>`, which warns of drafts that have not been sent and clears those of this device. */
function Account({ person, csrf, device }: { person: Person; csrf: string | undefined; device: string | undefined }) {
  useScript('sign-out')
  const w = useWords(words)
  return (
    <details class="account">
      <summary>
        <Icon name="person" />
        <span>
          <span class="unseen">{w.account}: </span>
          <b>{person.name}</b>
          <small>{person.office}</small>
        </span>
      </summary>
      <div class="sheet">
        <p>
          <b>{person.name}</b>
          <br />
          {person.role}
          <br />
          {person.office}
        </p>
        <a class="button quiet" href="/akun">
          {w.account}
        </a>
        <sign-out data-person={device} data-warning={w.draft.leave}>
          <form method="post" action="/keluar">
            {csrf ? <input type="hidden" name="csrf" value={csrf} /> : null}
            <button class="button quiet">{w.signOut}</button>
          </form>
        </sign-out>
      </div>
    </details>
  )
}
