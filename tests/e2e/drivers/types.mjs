// What the suites ask of a browser, so that each is written once for both.

/** A function, or the text of one. It is sent where it runs, so it sees its arguments alone. @typedef {((...args: any[]) => any) | string} Sent */

/**
 * A document or shadow root of the extension or the page. `run` calls a function in it with the root
 * first; both ways only JSON values pass.
 * @typedef {object} Surface
 * @property {(run: Sent, ...args: unknown[]) => Promise<any>} run
 * @property {(key: string) => Promise<void>} press   a key by its DOM name, pressed for real
 * @property {(selector: string) => Promise<void>} click  a click for real on the middle of an element
 */

/**
 * A node of the accessibility tree, by the roles' ARIA names.
 * @typedef {object} Heard
 * @property {string} role
 * @property {string} name
 * @property {boolean} [pressed]
 * @property {boolean} [expanded]
 * @property {number} depth
 */

/**
 * How to open a browser.
 * @typedef {object} Opening
 * @property {string} dist          the unpacked package
 * @property {boolean} [headless]
 * @property {boolean} [offline]    true, the default, lets nothing out but to 127.0.0.1
 * @property {Record<string, string>} [hosts]  host names that a local server plays, with its address: by http or by https
 * @property {[number, number]} [size]  of the window, in CSS pixels
 * @property {Record<string, string>} [env]
 */

/**
 * Where the menu is opened: on what is selected in the page, or in the frame that a selector names. `foreign` is what is
 * selected in a frame of another origin, at its top.
 * @typedef {{frame?: string, foreign?: string}} Choice
 */

/**
 * @typedef {object} Driver
 * @property {'chromium' | 'firefox'} name
 * @property {Surface} page                the tab's top document
 * @property {string[]} seen               what the proxy held back, the browser's own services among it
 * @property {() => Promise<string[]>} asked  what the extension, and the documents in tabs, asked of other machines since the last time: "by url"
 * @property {(url: string) => Promise<void>} visit
 * @property {() => Promise<void>} reload  loads the page anew; where it warns of what would be lost, a person says yes
 * @property {(path: string) => Promise<void>} open  a page of the extension, in the tab
 * @property {(choice?: Choice) => Promise<void>} diagnose  the menu's item on what is selected
 * @property {() => Promise<void>} command the keyboard command
 * @property {(frame?: string) => Promise<boolean>} hasPopover
 * @property {(run: Sent, frame?: string) => Promise<any>} glance  runs a function in the popover that is there now; null where none is
 * @property {(frame?: string) => Surface} popover  the popover in the page, or in the frame that a selector names
 * @property {() => Promise<Surface>} panel  opens the tool window on our panel
 * @property {() => Promise<void>} closeTools
 * @property {() => Promise<Surface>} popup  a click on the toolbar button
 * @property {() => Promise<Surface>} openedPopup  the popup that the extension opened by itself
 * @property {() => Promise<void>} closePopup
 * @property {(values: Record<string, unknown>) => Promise<void>} configure  settings in storage.local
 * @property {() => Promise<void>} update  the extension is installed over itself
 * @property {() => Promise<string>} remembered  all of storage.session, as JSON
 * @property {(dark: boolean) => Promise<void>} dark
 * @property {(dark: boolean) => Promise<void>} toolTheme  changes the open tool window's own theme
 * @property {() => Promise<string>} badge  what the toolbar button says in the tab
 * @property {(surface: 'page' | 'panel' | 'popup') => Promise<Buffer>} picture  a PNG
 * @property {(factor: number) => Promise<void>} zoom  the tab's, as a person sets it
 * @property {() => Promise<Heard[]>} heard  what a screen reader is given of the open popover, in reading order
 * @property {(width: number, height: number) => Promise<void>} resize  gives the page a viewport of about this size
 * @property {(medium: 'print' | 'screen') => Promise<void>} medium
 * @property {() => Promise<void>} refusePopup  the browser opens no popup by itself any more
 * @property {() => Promise<void>} restart  takes the extension away and loads it again, as an update does
 * @property {() => Promise<string[]>} complaints  errors in the consoles of the page and the background, since the first and the last time it was asked
 * @property {(selector: string) => Promise<Buffer>} pictureOf  a PNG of a whole element of the page, beyond the window's edge too
 * @property {() => Promise<string>} downloaded  the text of the file that was downloaded last, once it is whole; takes it away
 * @property {() => Promise<void>} ended   waits until the person has closed the browser
 * @property {() => Promise<void>} close
 */
export {};
