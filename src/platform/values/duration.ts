/** Milliseconds as a clock shows them, `4:05` or `1:02:30`; what is begun of a second counts, so that 0:00 is really over. */
export function clockText(milliseconds: number): string {
  const all = Math.ceil(Math.abs(milliseconds) / 1000)
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}
