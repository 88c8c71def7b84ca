// One refusal of each platform, as its servers print it; identities are made up.

/**
 * @typedef {object} Refusal
 * @property {string} platform
 * @property {string} name     as people call it
 * @property {number} status
 * @property {Record<string, string>} [headers]
 * @property {unknown} body    sent as JSON; a string is sent as it is
 * @property {string} lacks    what the card must name
 */

/** @type {Refusal[]} */
export const platforms = [
  {
    platform: 'dingtalk',
    name: 'DingTalk',
    status: 403,
    lacks: 'Contact.User.Read',
    body: {
      code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
      requestid: 'E64A36EF-2FB4-4BC5-BBD8-80E0F54218F9',
      message:
        '应用尚未开通所需的权限：[Contact.User.Read]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=dingdemo0placeholder%23Contact.User.Read',
      accessdenieddetail: { requiredScopes: ['Contact.User.Read'] },
    },
  },
  {
    platform: 'feishu',
    name: 'Feishu / Lark',
    status: 400,
    lacks: 'im:chat:read',
    body: {
      code: 99991672,
      msg: 'Access denied. One of the following scopes is required: [im:chat:read].应用尚未开通所需的应用身份权限：[im:chat:read]，点击链接申请并开通任一权限即可：https://open.feishu.cn/app/cli_a75884b6c733900b/auth?q=im:chat:read&op_from=openapi&token_type=tenant',
      error: {
        log_id: '202611211618216F3E9EB64DC7E1234A',
        permission_violations: [{ type: 'action_scope_required', subject: 'im:chat:read' }],
      },
    },
  },
  {
    platform: 'github',
    name: 'GitHub',
    status: 403,
    headers: {
      'x-accepted-github-permissions': 'issues=write',
      'x-github-request-id': 'C0DE:1A2B3C:4D5E6F:7A8B9C:67486F2A',
      'access-control-expose-headers': '*',
    },
    lacks: 'issues=write',
    body: {
      message: 'Resource not accessible by integration',
      documentation_url: 'https://docs.github.com/rest/issues/issues#create-an-issue',
      status: '403',
    },
  },
  {
    platform: 'gitlab',
    name: 'GitLab',
    status: 403,
    lacks: 'Issue: Create',
    body: {
      error: 'insufficient_granular_scope',
      error_description:
        'Access denied: This operation requires a fine-grained personal access token with the following project permissions: [Issue: Create].',
    },
  },
  {
    platform: 'google',
    name: 'Google Cloud',
    status: 403,
    lacks: 'pubsub.topics.publish',
    body: {
      error: {
        code: 403,
        message: 'User not authorized to perform this action.',
        status: 'PERMISSION_DENIED',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: 'IAM_PERMISSION_DENIED',
            domain: 'pubsub.googleapis.com',
            metadata: {
              resource: 'projects/demo-shop-421/topics/orders',
              permission: 'pubsub.topics.publish',
            },
          },
        ],
      },
    },
  },
  {
    platform: 'microsoft',
    name: 'Microsoft Graph',
    status: 403,
    lacks: 'ChannelMessage.Send',
    body: {
      error: {
        code: 'Forbidden',
        message:
          "Missing scope permissions on the request. API requires one of 'ChannelMessage.Send, Group.ReadWrite.All'. Scopes on the request 'User.Read, profile, openid, email'",
        innerError: {
          date: '2026-11-27T06:08:00',
          'request-id': 'a1b0b2fb-3f8b-60c3-9f1e-2d3c4b5a6978',
          'client-request-id': 'a1b0b2fb-3f8b-60c3-9f1e-2d3c4b5a6978',
        },
      },
    },
  },
  {
    platform: 'aws',
    name: 'AWS',
    status: 403,
    lacks: 's3:ListBucket',
    body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>User: arn:aws:iam::123456789012:user/sync-bot is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::acme-reports" because no identity-based policy allows the s3:ListBucket action</Message><RequestId>9SEZ5Z88ZXPHRSHR</RequestId><HostId>Z+lXOhU23/demo0host0id0placeholder=</HostId></Error>',
  },
  {
    platform: 'kubernetes',
    name: 'Kubernetes',
    status: 403,
    lacks: 'list deployments.apps',
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message:
        'deployments.apps is forbidden: User "system:serviceaccount:shop:reader" cannot list resource "deployments" in API group "apps" in the namespace "shop"',
      reason: 'Forbidden',
      details: { group: 'apps', kind: 'deployments' },
      code: 403,
    },
  },
  {
    platform: 'slack',
    name: 'Slack',
    status: 200,
    headers: { 'x-slack-req-id': '0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
    lacks: 'channels:read',
    body: { ok: false, error: 'missing_scope', needed: 'channels:read', provided: 'identify,chat:write' },
  },
  {
    platform: 'atlassian',
    name: 'Jira',
    status: 401,
    headers: { 'x-failure-category': 'FAILURE_CLIENT_SCOPE_CHECK' },
    lacks: '',
    body: { code: 401, message: 'Unauthorized; scope does not match' },
  },
  {
    platform: 'discord',
    name: 'Discord',
    status: 403,
    lacks: '',
    body: "DiscordAPIError[50013]: Missing Permissions\n    at handleErrors (/srv/bot/node_modules/@discordjs/rest/dist/index.js:762:13) {\n  rawError: { message: 'Missing Permissions', code: 50013 },\n  status: 403,\n  method: 'PUT',\n  url: 'https://discord.com/api/v10/guilds/81384788765712384/members/80351110224678912/roles/41771983423143936'\n}",
  },
  {
    platform: 'oauth',
    name: 'OAuth',
    status: 403,
    lacks: 'orders:write',
    body: {
      error: 'insufficient_scope',
      error_description: 'The request requires higher privileges than provided by the access token.',
      scope: 'orders:write',
    },
  },
];

/** What stands on the page, to be selected. @param {Refusal} refusal */
export const textOf = ({ status, headers = {}, body }) => {
  const lines = Object.entries(headers)
    .filter(([name]) => name.startsWith('x-'))
    .map(([name, value]) => `${name}: ${value}`);
  const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2);
  return typeof body === 'string' ? text : [`HTTP/1.1 ${status}`, ...lines, '', text].join('\n');
};
