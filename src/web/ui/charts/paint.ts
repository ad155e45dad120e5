/**
 * The inks of charts. On a page each is a class whose colour follows the theme; in a document of its own it is this colour, as in the light
 * theme.
 */
export const palette = {
  ink: '#17212a',
  soft: '#51606c',
  edge: '#75828c',
  line: '#d9dfe3',
  surface: '#ffffff',
  sunken: '#edf0f2',
  brand: '#0b5267',
  accent: '#a8571b',
  good: '#1c6e3d',
  warning: '#8a5300',
  danger: '#b3261e',
  step1: '#dcebf0',
  step2: '#a9cfda',
  step3: '#69a9bc',
  step4: '#2b7890',
  step5: '#0b5267',
  on1: '#17212a',
  on2: '#17212a',
  on3: '#17212a',
  on4: '#ffffff',
  on5: '#ffffff',
} as const
export type Ink = keyof typeof palette

/** What a chart draws with: `x` places a share of the width (0 to 1), so that a chart on a page stretches and its text does not. */
export type Canvas = {
  standalone: boolean
  width: number
  /** The width that labels may count on, in pixels. */
  room: number
  x: (share: number) => number | string
  paint: (inks: { fill?: Ink; stroke?: Ink }) => { class?: string; fill?: string; stroke?: string }
}

/** What a phone of 360 px has for a label, and what half a page has. */
export const rooms = { phone: 320, page: 440 } as const

export function canvasOf(standalone: boolean, width: number, room: number = rooms.phone): Canvas {
  if (!standalone)
    return {
      standalone,
      width,
      room,
      x: share => `${round(share * 100)}%`,
      paint: ({ fill, stroke }) => ({ class: [fill && `f-${fill}`, stroke && `k-${stroke}`].filter(Boolean).join(' ') }),
    }
  return {
    standalone,
    width,
    room: width,
    x: share => round(share * width),
    paint: ({ fill, stroke }) => ({ ...(fill ? { fill: palette[fill] } : {}), ...(stroke ? { stroke: palette[stroke] } : {}) }),
  }
}

/** A tenth of a pixel, or of a per cent of the width, is as fine as anybody sees. */
export const round = (value: number): number => Math.round(value * 10) / 10
