/**
 * The shapes that the extension's own parts pass around, beside those of the messages (`core/messages.js`). Types only: nothing here
 * runs.
 *
 * @import { Answer, AppLinks, BodyState, Card, Exchange, Kind, Lang, Options, Verdict } from '../engine/types.js'
 *
 * @typedef {Omit<Card, 'kind'> & { kind: Kind | 'notice', apps?: AppLinks[] }} ShownCard a card as it is drawn: a 'notice' is not
 *   the engine's; `apps`: links of the apps that the reader has named
 * @typedef {Omit<Answer, 'cards'> & { cards: ShownCard[] }} ShownAnswer
 *
 * @typedef {{ remember(card: ShownCard, id: string): Promise<AppLinks | { wrong: string }>,
 *   forget(card: ShownCard, id: string): Promise<void> }} Apps
 *
 * @typedef {object} Row one exchange as the panel lists it; holds no body, header or query
 * @property {number} id grows with every row
 * @property {number | null} at when the request started, in ms since 1970; null where a file does not tell
 * @property {string} method
 * @property {string} host with its port, if it has one
 * @property {string} path
 * @property {number} status
 * @property {RowBody} bodyState
 * @property {boolean} failed whether the engine could not read this row
 * @property {string | null} source the file it came from; null for live traffic
 * @property {Verdict} verdict
 * @property {string} label short words; may be empty
 * @property {string | null} platform its id
 * @property {string | null} name the call's name in the catalog
 * @property {string[]} scopes
 * @property {string} cause the same for all refusals of one cause; '' where nothing was refused
 * @property {string | null} soft what a granted answer may lack
 * @property {boolean} quoted whether an HTML error page quotes the refusal
 *
 * @typedef {BodyState | 'unread' | 'large' | 'open' | 'unheard'} RowBody what there is of a body: 'unread' by the page, so that the
 *   browser does not end the call; too 'large' to be read; of a stream or socket that is still 'open'; 'unheard', for the
 *   browser gives no messages of sockets
 *
 * @typedef {Options & { lang: Lang }} View how the reader wants answers
 *
 * @typedef {{ time: number, sent: boolean, text: string }} Message of a socket; `time` in ms since 1970
 * @typedef {Omit<Exchange, 'id' | 'at' | 'size'> & Partial<Pick<Exchange, 'id' | 'at' | 'size'>> & { messages?: Message[] }} Recorded
 *   an exchange as the tool window keeps it; `messages` of a socket, whose two sides are the bodies: the engine does not read them
 *
 * @typedef {{ text: string, masked: boolean }} Field `masked`: the engine's redaction has taken something out
 * @typedef {'url' | 'requestHeaders' | 'responseHeaders'} Part what holds secrets that can be shown one by one
 *
 * @typedef {Record<Verdict, string>} VerdictWords
 * @typedef {{ verdicts: VerdictWords, apps?: Apps, follow?: (exchange: number) => void }} RenderOptions
 *   `follow` goes to the exchange that a piece of evidence comes from
 *
 * @typedef {{ x: number, y: number, width: number, height: number }} Rect
 * @typedef {'empty' | 'password' | 'foreign'} Lack nothing is selected, in a password field, in a frame inside this one
 * @typedef {'field' | 'rows' | null} Partly why the text may be a part of what is selected only: it comes from a field that nobody
 *   sees, or the selection goes on where nothing is drawn
 * @typedef {{ text: string, total: number, part: Partly, lack: Lack, width: number, height: number, focused: boolean }} Reading what the selection reader reports of one frame
 *
 * @typedef {'barred' | 'small' | 'removed'} Why why a text came to the popup instead of a popover
 * @typedef {{ text: string, why: Why | null, notes: string[] }} Handover no reason where the reader wanted it; `notes`: keys of what
 *   the card has to say of how the text was read
 * @typedef {{ key: string, at: number, answer: ShownAnswer }} Diagnosis one that is kept for the session; `key` is the same for one cause
 */

export {};
