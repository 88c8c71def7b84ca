/** Rules to begin with: a made-up gateway, and a refusal of it. */

export const EXAMPLE = `{
  "id": "acme-gateway",
  "name": { "en": "Acme Gateway", "zh-CN": "Acme 网关" },
  "hosts": ["gateway.acme.example"],
  "link_hosts": ["console.acme.example"],
  "members": {
    "code": ["errCode"],
    "request_id": ["traceId"],
    "app_id": ["appKey"],
    "scopes": ["needScopes"]
  },
  "links": { "apply": "https://console.acme.example/apps/{app_id}/scopes?add={scope}" },
  "scopes": { "order:read": { "en": "Read orders", "zh-CN": "读取订单" } },
  "rules": [
    { "id": "no-scope", "kind": "missing-scope", "codes": ["GW-4031"] },
    { "id": "too-fast", "kind": "rate-limit", "codes": ["GW-4290"] }
  ]
}
`;

export const EXAMPLE_SAMPLE = `POST https://gateway.acme.example/v2/orders 403
{"errCode":"GW-4031","errMsg":"scope required","appKey":"acme-web","needScopes":["order:read"],"traceId":"7f3a9c21"}`;
