import { publicKeyFrom, readBadge } from '../../platform/badges/badge.ts'
import { personMeant } from '../../platform/badges/person-meant.ts'
import { scanWith } from './camera-scan.ts'
import { type Batch, type DeskEvent, lastOf, withEvent } from './desk-batch.ts'
import { notedHere, noteHere } from './desk-store.ts'
import { clockTime } from './device-words.ts'
import { type Entry, entries, newEntry, newKey, put, send, whenChanged } from './outbox.ts'

type Person = { id: string; name: string; of: string; edition?: number }
type Desk = { publicKey: string; people: Person[]; there: [session: string, invitee: string][]; now: string }
type Chosen = { session: string; kind: 'in' | 'out'; source: string; proxy: string }
type Tone = 'good' | 'known' | 'bad'

/** How many milliseconds the clock of the server is ahead of this device's, as it was when they last met. */
const clockKey = 'meja-jam'
const nameKey = 'meja-nama'

/**
 * `<attendance-desk data-meeting data-person data-url data-desk data-words>` around the form of a desk: reads badges with the public key of
 * the meeting, says at once and aloud who it was, and lets what it notes wait in the outbox until the server has it. Works as long as this
 * page is open or kept, with a connection or without.
 */
class AttendanceDesk extends HTMLElement {
  #desk: Desk = JSON.parse(this.dataset.desk ?? '{}')
  #said: Record<string, string> = JSON.parse(this.dataset.words ?? '{}')
  #meeting = this.dataset.meeting ?? ''
  #people = new Map(this.#desk.people.map(person => [person.id, person]))
  #there = new Set(this.#desk.there.map(([session, invitee]) => `${session} ${invitee}`))
  #noted: DeskEvent[] = []
  #turn: Promise<void> = Promise.resolve()
  #key: Promise<CryptoKey> | undefined
  #ahead = 0

  connectedCallback(): void {
    const form = this.querySelector('form')!
    this.#setClock()
    const source = this.#field<HTMLInputElement>('source')
    source.value = localStorage.getItem(nameKey) ?? source.value
    source.addEventListener('change', () => localStorage.setItem(nameKey, source.value))
    form.addEventListener('submit', event => {
      event.preventDefault()
      const who = this.#field<HTMLInputElement>('who')
      const typed = who.value.trim()
      who.value = ''
      who.focus()
      if (typed) this.take(typed)
    })
    this.#field('session').addEventListener('change', () => void this.#count())
    this.#camera()
    whenChanged(() => void this.#count())
    this.#answer('ready')
    this.#turn = this.#remember()
  }

  /** One after the other, as they were scanned. */
  take(typed: string): void {
    const chosen = this.#chosen()
    this.#turn = this.#turn.then(() => this.#take(typed, chosen)).catch(() => this.#answer('notStored', {}, 'bad'))
  }

  async #take(typed: string, chosen: Chosen): Promise<void> {
    const isBadge = typed.length > 100 && !/\s\S+\s/.test(typed)
    const person = isBadge ? await this.#scanned(typed) : this.#named(typed)
    if (!person) return
    const { id: invitee, name } = person
    const { session, kind, source, proxy } = chosen
    const last = lastOf(this.#noted, session, invitee)
    const isThere = last ? last.kind === 'in' : this.#there.has(`${session} ${invitee}`)
    if (kind === 'in' && isThere && !proxy) {
      const time = last && clockTime(new Date(last.at), this.#said)
      return this.#answer(time ? 'already' : 'alreadyThere', { name, time: time ?? '' }, 'known')
    }
    if (kind === 'out' && !isThere) return this.#answer('notThere', { name }, 'bad')
    const at = new Date(Date.now() + this.#ahead).toISOString()
    const method = isBadge ? ('qr' as const) : ('name' as const)
    await this.#keep({ id: newKey(), invitee, session, kind, at, source, method, ...(proxy && { proxy }) })
    this.#answer(kind === 'in' ? 'cameIn' : 'wentOut', { name }, 'good')
    void send()
  }

  async #scanned(typed: string): Promise<Person | undefined> {
    this.#key ??= publicKeyFrom(this.#desk.publicKey)
    const { badge, problem } = await readBadge(typed, this.#meeting, await this.#key, Date.now() + this.#ahead)
    const person = badge && this.#people.get(badge.invitee)
    const isOld = person !== undefined && badge!.edition < (person.edition ?? 1)
    if (!person || isOld) this.#answer(isOld ? 'replaced' : (problem ?? 'notInvited'), {}, 'bad')
    return isOld ? undefined : person
  }

  #named(typed: string): Person | undefined {
    const meant = personMeant(this.#desk.people, typed)
    if (meant.length !== 1) this.#answer(meant.length ? 'severalNames' : 'unknownName', {}, 'bad')
    return meant.length === 1 ? meant[0] : undefined
  }

  /** On disk before anything is said; two tabs of this device write one after the other. */
  async #keep(event: DeskEvent): Promise<void> {
    await alone(async () => {
      const { form, events } = withEvent(this.#form, (await this.#waiting()).map(batchOf), event)
      const title = this.#text('title', { desk: event.source, count: String(events.length) })
      const { url = '', person = '' } = this.dataset
      const fields = [['events', JSON.stringify(events)]] as const
      await put(newEntry({ person, form, page: `/rapat/${this.#meeting}/meja`, title, url, fields, files: [], isPart: true }))
    })
    this.#noted.push(event)
    await noteHere({ ...event, person: this.dataset.person ?? '', meeting: this.#meeting }).catch(() => {}) // the outbox has it
    await this.#count()
  }

  get #form(): string {
    return `meja:${this.#meeting}`
  }

  #waiting = async (): Promise<Entry[]> =>
    (await entries()).filter(
      ({ form, state, person }) => form.startsWith(`${this.#form}:`) && state === 'waiting' && person === this.dataset.person,
    )

  /** What was noted here before, sent or not. */
  async #remember(): Promise<void> {
    const waiting = (await this.#waiting()).flatMap(entry => batchOf(entry).events)
    const all = new Map([...(await notedHere(this.#meeting)), ...waiting].map(event => [event.id, event]))
    this.#noted = [...all.values()]
    await this.#count()
    this.dataset.ready = ''
  }

  async #count(): Promise<void> {
    const session = this.#field('session').value
    const count = this.#noted.filter(event => event.session === session && event.kind === 'in').length
    const waiting = new Set((await this.#waiting()).flatMap(entry => batchOf(entry).events.map(({ id }) => id))).size
    this.#part('count').textContent = this.#text('count', { count: String(count) })
    this.#part('waits').textContent = waiting ? this.#text('waits', { count: String(waiting) }) : (this.#said.sent ?? '')
  }

  #answer(word: string, given: Record<string, string> = {}, tone: Tone | 'ready' = 'ready'): void {
    const answer = this.querySelector<HTMLElement>('.desk-answer')!
    answer.hidden = false
    answer.dataset.tone = tone
    answer.textContent = this.#text(word, given)
    if (tone === 'ready') return
    navigator.vibrate?.(tone === 'good' ? 80 : [120, 80, 120])
    sound(tone)
  }

  /** What the server says the time is, as long as this page is no copy. */
  #setClock(): void {
    if (document.documentElement.dataset.kept === undefined) localStorage.setItem(clockKey, String(Date.parse(this.#desk.now) - Date.now()))
    this.#ahead = Number(localStorage.getItem(clockKey)) || 0
  }

  #camera(): void {
    const button = this.querySelector<HTMLButtonElement>('[name=camera]')!
    const video = this.querySelector('video')!
    scanWith(button, video, {
      seen: text => this.take(text),
      words: { on: this.#said.camera ?? '', off: this.#said.cameraOff ?? '' },
      failed: () => this.#answer('noCamera', {}, 'bad'),
    })
  }

  #chosen(): Chosen {
    const kind = this.querySelector<HTMLInputElement>('[name=kind]:checked')?.value === 'out' ? 'out' : 'in'
    const proxy = this.#field<HTMLInputElement>('proxy')
    const chosen: Chosen = {
      session: this.#field('session').value,
      kind,
      source: this.#field('source').value.trim() || '1',
      proxy: proxy.value.trim(),
    }
    proxy.value = ''
    return chosen
  }

  #field = <T extends HTMLInputElement | HTMLSelectElement = HTMLSelectElement>(name: string): T => this.querySelector<T>(`[name=${name}]`)!
  #part = (name: string): HTMLElement => this.querySelector<HTMLElement>(`[data-part=${name}]`)!
  #text = (word: string, given: Record<string, string>): string =>
    (this.#said[word] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? '')
}

const batchOf = ({ form, fields }: Entry): Batch => ({ form, events: JSON.parse(fields.find(([name]) => name === 'events')?.[1] ?? '[]') })

const alone = <T>(work: () => Promise<T>): Promise<T> =>
  typeof navigator.locks === 'undefined' ? work() : (navigator.locks.request('meja', work) as Promise<T>)

/** High and short where somebody may pass, low and long where not. */
function sound(tone: Tone): void {
  if (!('AudioContext' in window)) return
  audio ??= new AudioContext()
  const tune = audio.createOscillator()
  tune.frequency.value = tone === 'good' ? 880 : tone === 'known' ? 440 : 196
  tune.connect(audio.destination)
  tune.start()
  tune.stop(audio.currentTime + (tone === 'good' ? 0.12 : 0.4))
}
let audio: AudioContext | undefined

customElements.define('attendance-desk', AttendanceDesk)
