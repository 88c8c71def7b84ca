/**
 * The shapes that cross the engine's border. Types only: nothing here runs.
 *
 * @typedef {'en' | 'zh-CN'} Lang
 * @typedef {'refused' | 'lookalike' | 'mention' | 'none'} Verdict
 * @typedef {{ id: string, label: string, url: string, host: string }} Link
 * @typedef {{ text: string, link: Link | null }} Step
 *
 * @typedef {object} Scope
 * @property {string} code
 * @property {string | null} name
 * @property {string | null} grantor who grants it, in words
 * @property {'text' | 'exchange' | 'catalog'} source
 * @property {Place | null} place where the text names it
 * @property {string | null} source_words
 * @property {string[]} tags
 * @property {Link | null} link where to apply
 *
 * @typedef {object} Cause
 * @property {string} id
 * @property {string} title
 * @property {'strong' | 'medium' | 'weak'} likelihood
 * @property {string} likelihood_words
 * @property {string[]} reasons
 * @property {Step[]} steps
 *
 * @typedef {{ id: string, label: string, next: Step[], causes: string[] }} Choice
 * @typedef {{ text: string, answers: Choice[] }} Question
 * @typedef {{ start: number, end: number }} Place in the given text, in UTF-16 units
 * @typedef {{ id: string, label: string, value: string, place: Place | null }} Fact
 * @typedef {{ text: string, exchange: number | null }} Evidence words, and the exchange that they lead to
 *
 * @typedef {{ platform: string, scopes: string[], international: boolean }} Wanted
 * @typedef {{ wanted: Wanted, lead: string, label: string, button: string }} AsksApp
 * @typedef {{ app_id: string, title: string, links: Link[] }} AppLinks

 * @typedef {object} Card
 * @property {Verdict} verdict
 * @property {string} kind
 * @property {{ id: string, name: string } | null} platform
 * @property {string} title
 * @property {string} lead may be empty
 * @property {Scope[]} scopes
 * @property {string | null} scope_note
 * @property {Step | null} next
 * @property {AsksApp | null} asks_app where the app is all that an apply link lacks
 * @property {AppLinks[]} [apps] links of the apps that the reader has named
 * @property {Question | null} question
 * @property {Evidence[]} evidence what other exchanges tell; empty for a snippet
 * @property {Cause[]} causes best first
 * @property {Fact[]} facts
 * @property {Link[]} links
 * @property {string[]} notes
 * @property {Report | null} report for support, redacted; it quotes the reply
 * @property {string} plain the whole card as redacted text
 *
 * @typedef {{ markdown: string, text: string, hand_in: string, caution: string, link: Link | null }} Report the text for
 *   support, where it is handed in and what must not be in it
 *
 * @typedef {{ next: string, question: string, causes: string, scopes: string, facts: string,
 *   links: string, steps: string, copy: string, copied: string, copy_card: string, copy_report: string, close: string,
 *   opens_in_new_tab: string, evidence: string, app: string, forget: string, more: string, notes: string }} Words
 *
 * @typedef {{ lang: Lang, words: Words, cards: Card[], notes: string[] }} Answer
 *
 * @typedef {object} Exchange
 * @property {number} [id] by which evidence names it
 * @property {number | null} [at] when the request started, in ms since 1970
 * @property {string} method
 * @property {string} url
 * @property {number} status
 * @property {string} mime
 * @property {[string, string][]} request_headers
 * @property {[string, string][]} response_headers
 * @property {string | null} request_body
 * @property {string | null} body
 * @property {BodyState} body_state
 * @property {Message[]} [messages] of a socket, whose two sides are the bodies; not for the engine
 *
 * @typedef {{ read: boolean, why: string, row: boolean }} Decision whether a body is asked for, and why not; `row`: a platform
 *   failed the call, which is worth a row in any case
 *
 * @typedef {'whole' | 'cut' | 'missing'} BodyState
 * @typedef {{ time: number, sent: boolean, text: string }} Message of a socket; `time` in ms since 1970
 *
 * @typedef {object} Annotation
 * @property {Verdict} verdict
 * @property {string} label short words for the row
 * @property {string | null} platform
 * @property {string | null} api
 * @property {{ name: string | null, known: boolean, platform: string | null }} call as the catalog knows it, refused or not
 * @property {string | null} soft what a granted answer may lack for want of a field scope
 * @property {string} cause the same for all refusals of one cause; '' where nothing was refused
 * @property {boolean} quoted whether an HTML error page quotes it, which a program was given in place of a reply
 * @property {string[]} scopes
 * @property {Answer | null} answer
 *
 * @typedef {{ lang: Lang, offset?: number, silent?: boolean }} View minutes ahead of UTC; whether silent refusals are marked
 *
 * @typedef {{ method: string, host: string, path: string, name: string | null, count: number }} PlanCall
 *
 * @typedef {object} Need one scope, or several of which one is enough
 * @property {string | null} app_id the app that has it
 * @property {'any' | 'all' | 'unknown'} any_of
 * @property {'refused' | 'needed' | 'granted'} state
 * @property {string} state_words
 * @property {Scope[]} scopes least privilege first
 * @property {PlanCall[]} calls
 * @property {number[]} exchanges
 *
 * @typedef {{ app_id: string | null, platform: { id: string, name: string }, needs: Need[] }} PlanApp
 *
 * @typedef {object} Plan
 * @property {Lang} lang
 * @property {PlanApp[]} apps
 * @property {PlanCall[]} unknown
 * @property {string[]} notes
 * @property {string} list the scopes still to apply for, as plain lines
 * @property {string} markdown
 *
 * @typedef {{ added: Need[], gone: Need[], changed: { before: Need, after: Need }[], text: string,
 *   markdown: string }} Comparison
 *
 * @typedef {Exchange & { index: number }} HarEntry
 * @typedef {{ entries: HarEntry[], unread: number, bad: { index: number, why: string }[], cut: boolean }} HarPart
 *   what a piece of a file gave: entries that matter, the number of the others, those that cannot be read; `cut`: the file
 *   stops in the middle
 *
 * @typedef {object} SiftPatterns what a body is searched for; patterns are sources of regular expressions, lengths in UTF-16 units
 * @property {string[]} words
 * @property {string} pattern
 * @property {number} head so much of a body is searched for `words` and `pattern`
 * @property {string} landmarks for the whole of longer bodies
 * @property {number} most of longer bodies nothing is read
 *
 * @typedef {object} AboutPlatform a platform that the engine knows
 * @property {string} id
 * @property {string} name
 * @property {string} catalog_date empty where its writer gave none
 * @property {number} scopes
 * @property {number} apis
 * @property {boolean} own whether a team wrote it
 * @property {boolean} off whether it is switched off
 *
 * @typedef {{ version: string, platforms: AboutPlatform[] }} About what the engine knows
 *
 * @typedef {{ name: string, pattern: string }} OwnMask what is masked beside what is masked anyway
 * @typedef {{ message: string, path: string, line: number | null, column: number | null }} RuleFault counted from 1, columns in UTF-16 units
 * @typedef {{ faults: RuleFault[], platforms: { id: string, name: string, rules: number }[], answer: Answer | null }} CheckedRules
 *   `answer`: what the sample means by these rules and the built-in ones; null without a sample
 * @typedef {{ faults: { index: number, message: string }[], text: string }} CheckedMasks
 */

export {};
