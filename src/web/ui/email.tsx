/** An address of mail in running text or a narrow column: it goes to the next line after the @ or a dot, never within a word. */
export const Email = ({ children }: { children: string }) => (
  <>{children.split(/(?<=[@.])/).flatMap((part, at) => (at ? [<wbr />, part] : [part]))}</>
)
