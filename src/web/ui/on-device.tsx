import { tagOf, zones } from '../../platform/i18n/format.ts'
import { assetUrl } from '../assets.ts'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { Button } from './button.tsx'

/** One line while something waits on this device, or while the page is a copy that was kept here. */
export function OnDevice({ person, hasWorker }: { person: string; hasWorker: boolean }) {
  const { device } = useWords(words)
  const { locale, zone } = useViewer()
  return (
    <on-device
      hidden
      role="status"
      data-person={person}
      data-locale={tagOf(locale)}
      data-zone={zone}
      data-zone-name={zones[zone]}
      data-work={assetUrl('device-work.js')}
      data-worker={hasWorker ? '' : undefined}
    >
      <p data-part="kept" hidden>
        {device.kept} <time />.{' '}
        <Button kind="quiet" type="button">
          {device.newest}
        </Button>
      </p>
      <p data-part="waiting" hidden>
        <a href="/perangkat">
          {device.waiting} <span class="count" />
        </a>
      </p>
      <p data-part="wrong" hidden>
        <a href="/perangkat">
          {device.wrong} <span class="count" />
        </a>
      </p>
    </on-device>
  )
}
