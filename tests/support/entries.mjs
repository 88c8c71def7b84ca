// Entries of the browser's list of calls, as devtools hands them over.

/**
 * @param {{method?: string, url?: string, status?: number, type?: string, size?: number, text?: string, posted?: string, age?: number, request?: [string, string][], response?: [string, string][], more?: object}} [changes]
 * @returns {any}
 */
export function entryOf({
  method = 'GET',
  url = 'https://api.dingtalk.com/v1.0/x',
  status = 403,
  type = 'application/json',
  size = 0,
  text,
  posted,
  age = 0,
  request = [],
  response = [],
  more = {},
} = {}) {
  const headers = (/** @type {[string, string][]} */ pairs) => pairs.map(([name, value]) => ({ name, value }));
  return {
    startedDateTime: new Date(Date.now() - age).toJSON(),
    request: {
      method,
      url,
      headers: headers(request),
      ...(posted ? { postData: { mimeType: 'application/json', text: posted } } : {}),
    },
    response: {
      status,
      headers: headers([['Content-Type', type], ...response]),
      content: { mimeType: type.split(';')[0], size, text },
    },
    ...more,
  };
}
