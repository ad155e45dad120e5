import { tagOf, zones } from '../../platform/i18n/format.ts'
import { useScript } from '../../web/needs.ts'
import { Button } from '../../web/ui/button.tsx'
import { PageHead } from '../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../web/viewer.ts'
import { deviceWords } from './words.ts'

const blank = { time: '{time}', reason: '{reason}', names: '{names}', count: '{count}', size: '{size}', done: '{done}', total: '{total}' }

/** What the browser holds, which only the browser can say: `<waiting-list>` fills the lists. Of one person, named by `person`. */
export function DevicePage({ person }: { person: string }) {
  useScript('waiting-list')
  const w = useWords(deviceWords)
  const { locale, zone } = useViewer()
  const said = {
    ...w.actions,
    waiting: w.waiting(blank),
    refused: w.refused(blank),
    signedOut: w.signedOut(blank),
    changes: w.changes(blank),
    files: w.files(blank),
    keptAt: w.keptAt(blank),
    keptInAll: w.keptInAll(blank),
    others: w.others(blank),
    confirm: w.confirm,
    offline: w.offline,
    locale: tagOf(locale),
    zone,
    zoneName: zones[zone],
  }
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      <noscript>
        <p>{w.noScript}</p>
      </noscript>
      <waiting-list data-person={person} data-words={JSON.stringify(said)} hidden>
        <p class="notice warning" data-part="not-kept" hidden>
          {w.notKept}
        </p>
        <p role="status" data-part="status" />
        <p data-part="nothing" hidden>
          {w.nothing}
        </p>
        <section class="part" data-part="outbox" hidden>
          <div class="part-head">
            <h2>{w.outbox}</h2>
            <Button kind="secondary" type="button" name="send">
              {w.actions.sendAll}
            </Button>
          </div>
          <ul class="waiting" />
        </section>
        <section class="part" data-part="wrong" hidden>
          <h2>{w.wrong}</h2>
          <p>{w.wrongHint}</p>
          <ul class="waiting" />
        </section>
        <section class="part" data-part="drafts" hidden>
          <h2>{w.drafts}</h2>
          <ul class="waiting" />
        </section>
        <p data-part="others" hidden />
        <section class="part" data-part="kept">
          <h2>{w.kept}</h2>
          <p data-part="none-kept">{w.nothingKept}</p>
          <ul class="waiting" />
          <p class="hint" data-part="in-all" />
          <Button kind="quiet" type="button" name="forget">
            {w.actions.forget}
          </Button>
        </section>
      </waiting-list>
    </>
  )
}

/** Keeps every form that the list on this page leads to, below `path`, ready for work without a connection; there only where it can be. */
export function KeepForms({ path }: { path: string }) {
  useScript('keep-forms')
  const w = useWords(deviceWords)
  const { locale } = useViewer()
  const said = {
    keeping: w.keeping(blank),
    kept: w.keptForms(blank),
    failed: w.keepFailed(blank),
    full: w.keepFull(blank),
    locale: tagOf(locale),
  }
  return (
    <keep-forms data-path={path} data-words={JSON.stringify(said)} hidden>
      <Button kind="secondary" type="button">
        {w.keep}
      </Button>
      <p role="status" />
    </keep-forms>
  )
}
