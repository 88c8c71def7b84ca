// Starts a Chromium, to which puppeteer speaks.
import { launch } from 'puppeteer-core';
import { leave, REPLY_MS } from './process.mjs';

/** @import { Browser } from 'puppeteer-core' */

// A browser that asks nothing, updates nothing and calls nobody.
const FLAGS = [
  '--enable-unsafe-extension-debugging',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--disable-search-engine-choice-screen',
  '--disable-quic',
  '--no-pings',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  `--disable-features=${[
    'OptimizationHints',
    'MediaRouter',
    'Translate',
    'NetworkTimeServiceQuerying',
    'AutofillServerCommunication',
    'AimEnabled',
    'PreconnectToSearch',
    'DsePreload2',
  ]}`,
  '--gaia-url=http://127.0.0.1:9',
  '--component-updater=url-source=http://127.0.0.1:9',
  '--gcm-checkin-url=http://127.0.0.1:9',
  '--gcm-registration-url=http://127.0.0.1:9',
  '--gcm-mcs-endpoint=127.0.0.1:9',
];

/**
 * With a fresh profile, which goes with the browser.
 * @param {{headless?: boolean, args?: string[], env?: Record<string, string>, downloadPath?: string}} [options]
 * @returns {Promise<Browser>}
 */
export function launchChromium({ headless = true, args = [], env = {}, downloadPath } = {}) {
  const flags = [...FLAGS, ...args];
  if (headless) flags.unshift('--headless=new');
  // The sandbox refuses to work for root, and root is what build machines are.
  if (process.getuid?.() === 0) flags.unshift('--no-sandbox');
  return launch({
    executablePath: process.env.SCOPELENS_CHROMIUM || '/usr/bin/chromium',
    args: [...flags, 'about:blank'],
    // Puppeteer's own would make another browser of it than people have: no scroll bars, sandboxed frames within their page's process.
    ignoreDefaultArgs: true,
    pipe: true,
    env: { ...process.env, ...env },
    defaultViewport: null,
    networkEnabled: false,
    issuesEnabled: false,
    protocolTimeout: REPLY_MS,
    // A browser goes with this process anyway, since its pipe does.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(downloadPath && { downloadBehavior: { policy: 'allow', downloadPath } }),
  });
}

/** @param {Browser} browser */
export async function closeChromium(browser) {
  const child = browser.process();
  await Promise.all([browser.close(), child && leave(child)]);
}
