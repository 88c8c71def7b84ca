/**
 * What crosses the border of the compiled engine, written from its structs: to change it, change those, then run
 * `SCOPELENS_WRITE=1 cargo test -p scopelens-wasm`.
 */

/** This build. */
export type About = {
  /** The crate's version. */
  version: string;
  /** All platforms that are known: those that are switched on first. */
  platforms: Array<AboutPlatform>;
};

/** One platform of this build. */
export type AboutPlatform = {
  /** `dingtalk` */
  id: string;
  /** In the language asked for. */
  name: string;
  /** The day its catalog stands for. */
  catalog_date: string;
  /** Known scopes. */
  scopes: number;
  /** Known calls. */
  apis: number;
  /** A team wrote it. */
  own: boolean;
  /** It is switched off, and never recognised. */
  off: boolean;
};

/** An exchange in a list: its verdict in a few words. */
export type Annotation = {
  /** How the row is marked. */
  verdict: Verdict;
  /** Short words for the row; empty where there is nothing to say. */
  label: string;
  /** Id of the platform. */
  platform: string | null;
  /** The call's name in the catalog, where it has one in this language. */
  api: string | null;
  /** The call as the catalog knows it, refused or not. */
  call: CallName;
  /** What a granted answer may lack for want of a field scope, in words. */
  soft: string | null;
  /** The same for all refusals of one cause, in one session and the next; empty where nothing was refused. */
  cause: string;
  /** Whether an HTML error page quotes it, which a program was given in place of a reply. */
  quoted: boolean;
  /** The missing scopes of all its refusals. */
  scopes: Array<string>;
};

/** What one text or exchange gives: at least one card. */
export type Answer = {
  /** The language of its words. */
  lang: Lang;
  /** Headings that the renderer needs. */
  words: Headings;
  /** The cards, in the order of the text. */
  cards: Array<Card>;
  /** What was left unread, and why. */
  notes: Array<string>;
};

/** How several scopes go together. */
export type AnyOf = "any" | "all" | "unknown";

/** The apply links of one app. */
export type AppLinks = {
  /** Its id. */
  app_id: string;
  /** In words: whose links these are. */
  title: string;
  /** One a scope. */
  links: Array<Link>;
};

/** The message, and who it is for. */
export type Ask = {
  /** In words: who can grant it. */
  who: string;
  /** The message. */
  text: string;
};

/** What a card asks where it knows the scopes and not the app. Handed back with an app id it gives the links. */
export type AsksApp = {
  /** What is asked for. */
  wanted: Wanted;
  /** Why it is asked. */
  lead: string;
  /** What the platform calls an app id. */
  label: string;
  /** The button's words. */
  button: string;
};

/** An entry that could not be read. */
export type Bad = {
  /** Counts all entries of the file, from 0. */
  index: number;
  /** Why not. */
  why: Why;
};

/** What some bytes of a file gave. */
export type Batch = {
  /** The exchanges that may matter: on a known platform's host, or with words of a refusal in the body. */
  entries: Array<HarEntry>;
  /** How many others there were. */
  unread: number;
  /** Those that could not be read. */
  bad: Array<Bad>;
  /** Replies of entries that were read, or passed over, of which the body could not be read. */
  lacking: Array<Lacking>;
  /** At the end: the file stops in the middle. */
  cut: boolean;
};

/** A value that nobody told. */
export type Blank = {
  /** As it stands in the document, `<ROLE>`. */
  mark: string;
  /** In words. */
  meaning: string;
};

/** How much of a body there is. */
export type BodyState = "whole" | "cut" | "missing" | "unsaved" | "compressed";

/** The call as the catalog knows it. */
export type CallName = {
  /** Its name, where the catalog has one in this language. */
  name: string | null;
  /** Whether the catalog knows the call. */
  known: boolean;
  /** Id of the platform whose host answered. */
  platform: string | null;
};

/** One refusal, explained. */
export type Card = {
  /** How it is drawn. */
  verdict: Verdict;
  /** What it is. */
  kind: Kind;
  /** Whose it is. */
  platform: PlatformName | null;
  /** The verdict in one line. */
  title: string;
  /** What it means, in a sentence or two; may be empty. */
  lead: string;
  /** The scopes to apply for, the one with the least privilege first where that is known. */
  scopes: Array<Scope>;
  /** How several scopes go together. */
  scope_note: string | null;
  /** The one clear next step. */
  next: Step | null;
  /** What mends it, ready to paste, the one with the least privilege first. */
  fixes: Array<FixText>;
  /** A message to who can grant it. */
  ask: Ask | null;
  /** Asked where the app is all that an apply link lacks. */
  asks_app: AsksApp | null;
  /** What the text cannot decide but the person can. */
  question: Question | null;
  /** What other exchanges tell about this one; empty for a snippet. */
  evidence: Array<EvidenceLine>;
  /** Best first. */
  causes: Array<Cause>;
  /** What was read, to copy. */
  facts: Array<FactLine>;
  /** Further reading. */
  links: Array<Link>;
  /** Remarks. */
  notes: Array<string>;
  /** The redacted text for support; nothing where nothing was refused. */
  report: Report | null;
  /** The whole card as redacted plain text. */
  plain: string;
};

/** One cause. */
export type Cause = {
  /** Stable. */
  id: string;
  /** In words. */
  title: string;
  /** How strongly the text supports it. */
  likelihood: Likelihood;
  /** In words. */
  likelihood_words: string;
  /** Why we think so. */
  reasons: Array<string>;
  /** What to do. */
  steps: Array<Step>;
};

/** A need whose state changed. */
export type Changed = {
  /** Then. */
  before: Need;
  /** Now. */
  after: Need;
};

/** What is to be said of some masks. */
export type CheckedMasks = {
  /** What is wrong; a faulty mask is left out. */
  faults: Array<MaskFault>;
  /** The sample, masked by what is built in and by the masks that are good. */
  text: string;
};

/** A platform of a text of rules. */
export type CheckedPlatform = {
  /** As the text says. */
  id: string;
  /** In the language asked for. */
  name: string;
  /** How many. */
  rules: number;
};

/** What is to be said of a text of rules. */
export type CheckedRules = {
  /** What is wrong; empty where nothing is. */
  faults: Array<RuleFault>;
  /** The platforms with which nothing is wrong. */
  platforms: Array<CheckedPlatform>;
  /** What the sample means by these rules and the built-in ones; nothing where there is no sample. */
  answer: Answer | null;
};

/** One answer to the question. */
export type Choice = {
  /** Stable. */
  id: string;
  /** In words. */
  label: string;
  /** What to do then. */
  next: Array<Step>;
  /** The causes it leaves. */
  causes: Array<string>;
};

/** Two plans against each other. */
export type Comparison = {
  /** Needs that only the later one has. */
  added: Array<Need>;
  /** Needs that only the earlier one has. */
  gone: Array<Need>;
  /** Needs whose state changed. */
  changed: Array<Changed>;
  /** In plain lines. */
  text: string;
  /** For a ticket. */
  markdown: string;
};

/** Everything that is added. */
export type Config = {
  /** Ids of platforms that are never recognised. */
  platforms_off?: Array<string>;
  /** Patterns that are masked beside what is masked anyway. */
  masks?: Array<MaskSource>;
  /** Texts of rules, each one platform or a list of them as JSON. */
  rules?: Array<string>;
};

/** A part of a configuration that was left out, and why. */
export type ConfigFault = {
  /** `rules[0]`, `masks[2]` */
  where: string;
  /** The reason, in a sentence. */
  message: string;
};

/** Faults of a configuration, in words. */
export type Configured = {
  /** Parts that were left out. */
  faults: Array<ConfigFault>;
};

/** Whether the body of an exchange is to be asked for, and why not. */
export type Decision = {
  /** Ask for it. */
  read: boolean;
  /** `ours`, `candidate`, `preflight`, `media`, `size`, `status`. */
  why: string;
  /** A known platform answered with an error: that is worth a row, even where its body cannot be had. */
  row: boolean;
};

/** What opens below the row of an exchange. */
export type Details = {
  /** The row as of now. */
  annotation: Annotation;
  /** The cards; nothing where nothing was refused. */
  answer: Answer | null;
  /** The exchange, redacted, without the response's body. */
  exchange: Exchange;
};

/** One thing that another exchange tells. */
export type EvidenceLine = {
  /** In words. */
  text: string;
  /** The exchange that tells it; nothing where it is forgotten. */
  exchange: number | null;
};

/** One HTTP request with its response. Names of headers may be in any case. */
export type Exchange = {
  /** The caller's number for it, so that evidence can name it. */
  id: number | null;
  /** When the request started, in milliseconds since 1970 (UTC), where that is known. */
  at: number | null;
  /** Request headers as name and value. */
  request_headers: Array<[string, string]>;
  /** Response headers as name and value. */
  response_headers: Array<[string, string]>;
  /** The request's body as text. */
  request_body: string | null;
  /** The response's body as text. */
  body: string | null;
  /** How much of the body there is. */
  body_state: BodyState;
  /** `GET`, `POST` … */
  method: string;
  /** Absolute URL. */
  url: string;
  /** HTTP status, 0 where there was none. */
  status: number;
  /** The response's media type, with or without parameters. */
  mime: string;
  /** The body's size in bytes, where it is known. */
  size: number | null;
};

/** One fact. */
export type FactLine = {
  /** Stable. */
  id: string;
  /** In words. */
  label: string;
  /** Plain. */
  value: string;
  /** Where it was read; nothing where it is not from the text, or was put together. */
  place: Place | null;
};

/** A reason why there is no answer. */
export type Fault = {
  /** `bad-input`, `bad-pack`, `bad-app-id`, `bad-har`, `internal` */
  kind: string;
  /** The reason in a sentence. */
  message: string;
};

/** One fix, ready to paste. */
export type FixText = {
  /** Stable in its platform. */
  id: string;
  /** In words: what it is. */
  title: string;
  /** `json`, `yaml`, `shell`, `url` or `text`. */
  language: string;
  /** The document. What is not known stands as `<NAME>`. */
  text: string;
  /** Where it leads, where it is one address. */
  link: Link | null;
  /** In words: it gives access; nothing where it does not. */
  widens: string | null;
  /** What is left to fill in. */
  blanks: Array<Blank>;
};

/** What stands around the entries of a file. */
export type Frame = {
  /** Before the first entry. */
  before: string;
  /** Between two entries. */
  between: string;
  /** After the last one. */
  after: string;
};

/** An exchange as a caller gives it in JSON. */
export type GivenExchange = {
  /** `GET`, `POST` … */
  method: string;
  /** Absolute URL. */
  url: string;
  /** HTTP status, 0 where there was none. */
  status?: number;
  /** The response's media type, with or without parameters. */
  mime?: string;
  /** The body's size in bytes, where it is known. */
  size?: number | null;
  /** The caller's number for it, so that evidence can name it. */
  id?: number | null;
  /** When the request started, in milliseconds since 1970 (UTC), where that is known. */
  at?: number | null;
  /** Request headers as name and value. */
  request_headers?: Array<[string, string]>;
  /** Response headers as name and value. */
  response_headers?: Array<[string, string]>;
  /** The request's body as text. */
  request_body?: string | null;
  /** The response's body as text. */
  body?: string | null;
  /** How much of the body there is: all of it, where that is not said. */
  body_state?: BodyState;
};

/** An exchange, and its place in the file. */
export type HarEntry = {
  /** Counts all entries of the file, from 0. */
  index: number;
  /** The caller's number for it, so that evidence can name it. */
  id: number | null;
  /** When the request started, in milliseconds since 1970 (UTC), where that is known. */
  at: number | null;
  /** Request headers as name and value. */
  request_headers: Array<[string, string]>;
  /** Response headers as name and value. */
  response_headers: Array<[string, string]>;
  /** The request's body as text. */
  request_body: string | null;
  /** The response's body as text. */
  body: string | null;
  /** How much of the body there is. */
  body_state: BodyState;
  /** `GET`, `POST` … */
  method: string;
  /** Absolute URL. */
  url: string;
  /** HTTP status, 0 where there was none. */
  status: number;
  /** The response's media type, with or without parameters. */
  mime: string;
  /** The body's size in bytes, where it is known. */
  size: number | null;
};

/** What is known before the body is asked for. */
export type Head = {
  /** `GET`, `POST` … */
  method: string;
  /** Absolute URL. */
  url: string;
  /** HTTP status, 0 where there was none. */
  status: number;
  /** The response's media type, with or without parameters. */
  mime: string;
  /** The body's size in bytes, where it is known. */
  size: number | null;
};

/** The words around a card's content. */
export type Headings = {
  next: string;
  question: string;
  causes: string;
  scopes: string;
  facts: string;
  links: string;
  steps: string;
  notes: string;
  more: string;
  copy: string;
  copied: string;
  copy_card: string;
  copy_report: string;
  copy_ask: string;
  fixes: string;
  blanks: string;
  ask: string;
  close: string;
  evidence: string;
  opens_in_new_tab: string;
  app: string;
  forget: string;
};

/** The kinds of reply, as the corpus labels them. */
export type Kind = "missing-scope" | "not-authorised" | "visible-range" | "api-disabled" | "admin-consent" | "token" | "credential" | "ip-whitelist" | "rate-limit" | "not-found" | "bad-param" | "org-level" | "not-a-member" | "other" | "mention" | "none";

/** Why a reply could not be read, or not all of it. */
export type Lack = "unsaved" | "cut" | "compressed" | "large";

/** Replies of one platform that could not be read for one reason. */
export type Lacking = {
  /** The reason. */
  why: Lack;
  /** The id of the platform on whose host they were asked for; nothing for all other hosts. */
  platform: string | null;
  /** How many there are. */
  count: number;
  /** How many of them have a status of 400 or above. */
  errors: number;
};

/** A language that cards are written in. */
export type Lang = "en" | "zh-CN";

/** How strongly the text supports a cause. */
export type Likelihood = "strong" | "medium" | "weak";

/** A link on the platform's own hosts. */
export type Link = {
  /** Stable; `apply:<scope>` for apply links. */
  id: string;
  /** In words. */
  label: string;
  /** `https:` */
  url: string;
  /** The URL's host, to be shown. */
  host: string;
};

/** What is wrong with one mask. */
export type MaskFault = {
  /** Its place in the list. */
  index: number;
  /** In a sentence. */
  message: string;
};

/** A mask as it is written. Group 1 of the pattern is masked where there is one, else the whole match. */
export type MaskSource = {
  /** Name that stands in the mask: `staff-id` gives `masked-staff-id-1`. */
  name: string;
  /** A regular expression. */
  pattern: string;
};

/** One scope, or several of which one is enough. */
export type Need = {
  /** The app that has it, as a need may stand alone. */
  app_id: string | null;
  /** How the scopes go together. */
  any_of: AnyOf;
  /** How far it is met. */
  state: State;
  /** In words. */
  state_words: string;
  /** The one with the least privilege first. */
  scopes: Array<Scope>;
  /** The calls that need it. */
  calls: Array<PlanCall>;
  /** The exchanges that tell it. */
  exchanges: Array<number>;
};

/** How an answer is wanted: each member has its default. */
export type Options = {
  /** The language: any tag of Chinese is `zh-CN`, anything else English. */
  lang?: string;
  /** Minutes that the reader's clock is ahead of UTC. */
  offset?: number;
  /** Whether granted answers that lack a guarded field are marked: yes, where it is not said. */
  silent?: boolean | null;
};

/** What a page tests a body by. The expressions hold nothing that JavaScript and this engine's own read differently. */
export type Patterns = {
  /** What stands in a text by itself. With `pattern` it finds what the engine sifts by, and more spellings of it. */
  words: Array<string>;
  /** Codes behind the name of their member, short words, and words that are escaped. */
  pattern: string;
  /** So much of a body is searched for `words` and `pattern`, in UTF-16 units. */
  head: number;
  /** Finds a landmark of any platform at the speed of memory, in the whole of a body that is longer. */
  landmarks: string;
  /** Of longer bodies nothing is read, in UTF-16 units. */
  most: number;
};

/** Where in the given text something was read, in UTF-16 code units (as JavaScript and editors count). */
export type Place = {
  /** First unit. */
  start: number;
  /** The unit after the last one. */
  end: number;
};

/** The plan of a session. */
export type Plan = {
  /** The language of its words. */
  lang: Lang;
  /** Each app with what it needs; the calls whose app is not known stand last. */
  apps: Array<PlanApp>;
  /** Calls on a platform's hosts of which the catalog names no scope, and the traffic neither. */
  unknown: Array<PlanCall>;
  /** Remarks. */
  notes: Array<string>;
  /** The scopes still to apply for, as plain lines. */
  list: string;
  /** The whole plan for a ticket. */
  markdown: string;
};

/** One app. */
export type PlanApp = {
  /** Its client id, where the traffic tells it. */
  app_id: string | null;
  /** Whose app it is. */
  platform: PlatformName;
  /** What is refused first, then what is needed, then what is granted. */
  needs: Array<Need>;
  /** What mends all that is refused, ready to paste. */
  fixes: Array<FixText>;
  /** Messages to those who can grant it. */
  asks: Array<Ask>;
};

/** One call of the plan. */
export type PlanCall = {
  /** `GET`, `POST` … */
  method: string;
  /** Lower case. */
  host: string;
  /** The catalog's template, else the redacted path. */
  path: string;
  /** The catalog's name, in whatever language it has one. */
  name: string | null;
  /** How often it was seen. */
  count: number;
};

/** A platform by id and name. */
export type PlatformName = {
  /** `dingtalk` */
  id: string;
  /** In the answer's language. */
  name: string;
};

/** The one question. */
export type Question = {
  /** In words. */
  text: string;
  /** Two or more. */
  answers: Array<Choice>;
};

/** The one shape of all replies. */
export type Reply<T> = { "ok": T } | { "missing": Array<string> } | { "error": Fault };

/** The report in two forms, and what to know before it is sent. */
export type Report = {
  /** Where it is handed in. */
  hand_in: string;
  /** What must not be in it. */
  caution: string;
  /** The platform's own page of its support, where it has one. */
  link: Link | null;
  /** With headings and a code block, for a ticket. */
  markdown: string;
  /** Without marks, for a chat. */
  text: string;
};

/** A fault of a text of rules, in words. */
export type RuleFault = {
  /** What is wrong, in a sentence. */
  message: string;
  /** The member that it is about, `rules[2].patterns[0]`; empty where it is the whole text. */
  path: string;
  /** The line, counted from 1, where the fault has a place in the text. */
  line: number | null;
  /** The column, counted from 1 in UTF-16 units. */
  column: number | null;
};

/** One scope. */
export type Scope = {
  /** Its code. */
  code: string;
  /** Its name, where the catalog has it. */
  name: string | null;
  /** Who grants it, where the catalog says. */
  grantor: string | null;
  /** Where it was found. */
  source: Source;
  /** Where the text names it. */
  place: Place | null;
  /** Said where it is not from the text. */
  source_words: string | null;
  /** `sensitive`, `user token` … */
  tags: Array<string>;
  /** Where to apply, if the app is known. */
  link: Link | null;
};

/** Where a fact was found. */
export type Source = "text" | "exchange" | "catalog";

/** How far a need is met. */
export type State = "refused" | "needed" | "granted";

/** One thing to do. */
export type Step = {
  /** In words. */
  text: string;
  /** Where it is done. */
  link: Link | null;
};

/** The four answers that a card can give. */
export type Verdict = "refused" | "lookalike" | "mention" | "none";

/** The scopes that links are wanted for. */
export type Wanted = {
  /** Id of the platform. */
  platform: string;
  /** One link each. */
  scopes: Array<string>;
  /** Whether the platform's international edition answered. */
  international: boolean;
};

/** Why an entry could not be read. */
export type Why = "broken" | "shape" | "too-large" | "cut";
