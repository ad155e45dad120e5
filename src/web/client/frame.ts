// What every page of somebody signed in has, as one file, since each costs a request and its head; the first of all sees the page as it came.
import './on-device.ts'
import './live-part.ts'
import './sign-out.ts'
import './search-box.ts'
import './confirm-dialog.ts'

// Where one is stands in sight in a list that is longer than the window.
const current = document.querySelector<HTMLElement>('.side [aria-current]')
const side = current?.closest('nav')
if (current && side) side.scrollTop = current.offsetTop - side.clientHeight / 2

// What this page has beside that is fetched now, when its style is here: until then a weak line carries what is drawn. In their order.
const later = document.querySelector<HTMLElement>('script[data-later]')?.dataset.later?.split(' ') ?? []
document.head.append(...later.map(src => Object.assign(document.createElement('script'), { type: 'module', async: false, src })))
