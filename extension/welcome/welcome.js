/** The page that opens once, after the installation: what Scopelens does, to be tried on the spot. */

import { withApps } from '../core/apps.js';
import { loadI18n, onLangChanged, translatePage, verdictWords } from '../core/i18n.js';
import { byId } from '../core/page.js';
import { DIAGNOSE, OPEN_POPUP, pagesTakeKeys, shortcut } from '../core/shortcut.js';
import { followTheme } from '../core/theme.js';
import { diagnose } from '../engine/client.js';

/** @import { I18n } from '../core/i18n.js' */

/** A refusal as DingTalk prints it; app and request are made up. */
const SAMPLE = `POST https://api.dingtalk.com/v1.0/card/instances -> 403
{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"4F1D0C7B-88AA-4B6E-9B1F-2A3C4D5E6F70",
 "message":"应用尚未开通所需的权限：[Card.Instance.Write]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghij012345%23Card.Instance.Write"}`;

async function showCard() {
  const { lang, t } = await loadI18n();
  const answer = await withApps(await diagnose(SAMPLE, lang));
  byId('result').replaceChildren(ScopelensCard.render(answer, { verdicts: verdictWords(t) }));
}

/** @param {string} key */
const caps = (key) => key.split('+').map((cap) => ScopelensDom.el('kbd', {}, cap));

/** @param {I18n} words */
async function showKeys({ t }) {
  const [key, popupKey] = await Promise.all([shortcut(DIAGNOSE), shortcut(OPEN_POPUP)]);
  byId('keys').replaceChildren(...(key ? [t('welcome_keys'), ' ', ...caps(key)] : [t('shortcut_none')]));
  byId('popup-keys').replaceChildren(...(popupKey ? [...caps(popupKey), ' ', t('keys_popup_about')] : []));
}

async function show() {
  const words = await loadI18n();
  translatePage(document, words);
  document.title = `Scopelens · ${words.t('welcome_title')}`;
  await showKeys(words);
  if (byId('result').childNodes.length) await showCard();
}

byId('sample').textContent = SAMPLE;
byId('keys-taken').hidden = !pagesTakeKeys();
byId('diagnose').addEventListener('click', showCard);
followTheme();
onLangChanged(show);
show();
