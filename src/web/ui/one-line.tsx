/** A text in one line of a table's cell, cut where the cell ends; whole where there is room, as on a phone's card. */
export const OneLine = ({ children, small }: { children: string; small?: boolean }) =>
  small ? (
    <small class="one-line" title={children}>
      {children}
    </small>
  ) : (
    <span class="one-line" title={children}>
      {children}
    </span>
  )
