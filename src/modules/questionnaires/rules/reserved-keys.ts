/** Names that the form around the questions uses itself. */
const own = ['rev', 'berubah', 'aksi', 'csrf', 'idempotency_key']

/**
 * What a form of HTML has in a browser, and so has no more where a field is called like it: scripts would find the field instead
 * (`form.action`, `form.submit`; HTML, 4.10.3 "The form element", named properties). Constants, `on…`, `aria…` and `webkit…` are left out:
 * nobody reads them of a form. What every object has is no key at all.
 */
const ofForms = `
acceptCharset accessKey action activeViewTransition addEventListener after animate append appendChild assignedSlot attachInternals
attachShadow attributeStyleMap attributes autocapitalize autocomplete autofocus baseURI before blur checkValidity checkVisibility
childElementCount childNodes children classList className click clientHeight clientLeft clientTop clientWidth cloneNode closest
compareDocumentPosition computedStyleMap contains contentEditable currentCSSZoom customElementRegistry dataset dir dispatchEvent
draggable editContext elementTiming elements encoding enctype enterKeyHint firstChild firstElementChild focus getAnimations getAttribute
getAttributeNS getAttributeNames getAttributeNode getAttributeNodeNS getBoundingClientRect getClientRects getElementsByClassName
getElementsByTagName getElementsByTagNameNS getHTML getRootNode hasAttribute hasAttributeNS hasAttributes hasChildNodes
hasPointerCapture hidden hidePopover id inert innerHTML innerText inputMode insertAdjacentElement insertAdjacentHTML insertAdjacentText
insertBefore isConnected isContentEditable isDefaultNamespace isEqualNode isSameNode lang lastChild lastElementChild length localName
lookupNamespaceURI lookupPrefix matches method moveBefore name namespaceURI nextElementSibling nextSibling noValidate nodeName nodeType
nodeValue nonce normalize offsetHeight offsetLeft offsetParent offsetTop offsetWidth outerHTML outerText ownerDocument parentElement
parentNode part popover prefix prepend previousElementSibling previousSibling pseudo querySelector querySelectorAll rel relList
releasePointerCapture remove removeAttribute removeAttributeNS removeAttributeNode removeChild removeEventListener replaceChild
replaceChildren replaceWith reportValidity requestFullscreen requestPointerLock requestSubmit reset role scroll scrollBy scrollHeight
scrollIntoView scrollIntoViewIfNeeded scrollLeft scrollTo scrollTop scrollWidth setAttribute setAttributeNS setAttributeNode
setAttributeNodeNS setHTML setHTMLUnsafe setPointerCapture shadowRoot showPopover slot spellcheck startViewTransition style submit
tabIndex tagName target textContent title toggleAttribute togglePopover translate virtualKeyboardPolicy when writingSuggestions
`

const reserved: ReadonlySet<string> = new Set([...own, ...ofForms.trim().split(/\s+/)])

/** Whether a question may not be called so. One that was published before stays: to our own scripts it does not matter (`ownOf`). */
export const isReserved = (key: string): boolean => reserved.has(key)
