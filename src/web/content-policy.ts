/** What a page of Sinergi may load and where it may send: from here, to here, and nothing written into the page itself. */
export const contentPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}

/** As the header has it, for pages that the service worker gives. */
export const policyHeader = (): string =>
  Object.entries(contentPolicy)
    .map(([name, values]) => [name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`), ...values].join(' '))
    .join('; ')
