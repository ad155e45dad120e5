import { Button } from '../../../web/ui/button.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/viewer.ts'
import { longest } from '../schema/guides.ts'
import { words } from '../words/words.ts'

/** Looks through a page of the help by its address: `?cari=`. */
export function HelpSearch({ action, label, asked, hint }: { action: string; label: string; asked: string; hint?: string }) {
  const w = useWords(words)
  return (
    <>
      <search class="search-page" aria-label={label}>
        <form action={action} novalidate>
          <label for="cari">{label}</label>
          {hint ? (
            <p class="hint" id="cari-hint">
              {hint}
            </p>
          ) : null}
          <div>
            <input type="search" id="cari" name="cari" value={asked} autocomplete="off" aria-describedby={hint ? 'cari-hint' : undefined} />
            <Button>{w.searchButton}</Button>
          </div>
        </form>
      </search>
      {asked.length > longest ? <Notice kind="warning">{w.long({ most: longest })}</Notice> : null}
    </>
  )
}
