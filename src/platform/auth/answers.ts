/**
 * By which of these codes better-auth refused what it was asked; null when it did not refuse. Whatever else it refuses is nobody's wrong
 * password but an error of ours, thrown with its code. What is gone, such as the database, it throws by itself.
 */
export async function refusedFor<Code extends string>(answer: Response, codes: readonly Code[]): Promise<Code | null> {
  if (answer.ok) return null
  const text = await answer.text()
  const code = codeIn(text)
  const found = codes.find(each => each === code)
  if (!found) throw new Error(`better-auth answered ${answer.status} ${code ?? text.slice(0, 200)}`)
  return found
}

function codeIn(text: string): string | null {
  try {
    return (JSON.parse(text) as { code?: string }).code ?? null
  } catch {
    return null
  }
}
