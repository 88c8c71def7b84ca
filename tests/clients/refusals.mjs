// What each platform's server answers to the clients here, and what must be read of it.

/**
 * @typedef {object} Refusal
 * @property {string} platform
 * @property {string} kind
 * @property {string[]} scopes  what the reply names as missing
 * @property {string} sign      a piece of the reply that tells of the refusal wherever it is printed
 * @property {string} host      the platform's own host, as the recorded traffic names it
 * @property {number} status
 * @property {Record<string, string>} [headers]
 * @property {unknown} body     sent as JSON; a string is sent as it is
 */

const s3Denied =
  'User: arn:aws:iam::123456789012:user/sync-bot is not authorized to perform: s3:ListBucket on resource: ' +
  '"arn:aws:s3:::acme-reports" because no identity-based policy allows the s3:ListBucket action';

const roleDenied =
  'User: arn:aws:iam::123456789012:user/sync-bot is not authorized to perform: sts:AssumeRole on resource: ' +
  'arn:aws:iam::210987654321:role/deploy';

/** @type {Record<string, Refusal>} */
export const refusals = {
  dingtalk: {
    platform: 'dingtalk',
    kind: 'missing-scope',
    scopes: ['Contact.User.Read'],
    sign: '应用尚未开通所需的权限',
    host: 'api.dingtalk.com',
    status: 403,
    body: {
      code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
      requestid: 'E64A36EF-2FB4-4BC5-BBD8-80E0F54218F9',
      message:
        '应用尚未开通所需的权限：[Contact.User.Read]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=dingdemo0placeholder%23Contact.User.Read',
      accessdenieddetail: { requiredScopes: ['Contact.User.Read'] },
    },
  },
  feishu: {
    platform: 'feishu',
    kind: 'missing-scope',
    scopes: ['im:chat:read'],
    sign: 'One of the following scopes is required',
    host: 'open.feishu.cn',
    status: 400,
    body: {
      code: 99991672,
      msg: 'Access denied. One of the following scopes is required: [im:chat:read].应用尚未开通所需的应用身份权限：[im:chat:read]，点击链接申请并开通任一权限即可：https://open.feishu.cn/app/cli_a75884b6c733900b/auth?q=im:chat:read&op_from=openapi&token_type=tenant',
      error: {
        log_id: '202611211618216F3E9EB64DC7E1234A',
        permission_violations: [{ type: 'action_scope_required', subject: 'im:chat:read' }],
      },
    },
  },
  github: {
    platform: 'github',
    kind: 'missing-scope',
    scopes: [],
    sign: 'Resource not accessible by integration',
    host: 'api.github.com',
    status: 403,
    headers: {
      'x-accepted-github-permissions': 'issues=write',
      'x-github-request-id': 'C0DE:1A2B3C:4D5E6F:7A8B9C:67486F2A',
    },
    body: {
      message: 'Resource not accessible by integration',
      documentation_url: 'https://docs.github.com/rest/issues/issues#create-an-issue',
      status: '403',
    },
  },
  githubGraphql: {
    platform: 'github',
    kind: 'missing-scope',
    scopes: ['read:project'],
    sign: 'has not been granted the required scopes',
    host: 'api.github.com',
    status: 200,
    body: {
      data: { viewer: null },
      errors: [
        {
          type: 'INSUFFICIENT_SCOPES',
          locations: [{ line: 1, column: 20 }],
          message:
            "Your token has not been granted the required scopes to execute this query. The 'projectsV2' field requires one of the following scopes: ['read:project'], but your token has only been granted the: ['repo'] scopes. Please modify your token's scopes at: https://github.com/settings/tokens.",
        },
      ],
    },
  },
  s3: {
    platform: 'aws',
    kind: 'not-authorised',
    scopes: ['s3:ListBucket'],
    sign: 'is not authorized to perform',
    host: 's3.eu-central-1.amazonaws.com',
    status: 403,
    headers: { 'content-type': 'application/xml', 'x-amz-request-id': '9SEZ5Z88ZXPHRSHR' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>${s3Denied}</Message><RequestId>9SEZ5Z88ZXPHRSHR</RequestId><HostId>demo0host0id0placeholder=</HostId></Error>`,
  },
  sts: {
    platform: 'aws',
    kind: 'not-authorised',
    scopes: ['sts:AssumeRole'],
    sign: 'is not authorized to perform',
    host: 'sts.eu-central-1.amazonaws.com',
    status: 403,
    headers: { 'content-type': 'text/xml' },
    body: `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${roleDenied}</Message></Error><RequestId>8517ede1-93ef-4b78-a26c-f63744153fbd</RequestId></ErrorResponse>`,
  },
  slack: {
    platform: 'slack',
    kind: 'missing-scope',
    scopes: ['channels:read'],
    sign: 'missing_scope',
    host: 'slack.com',
    status: 200,
    headers: { 'x-slack-req-id': '0a1b2c3d4e5f60718293a4b5c6d7e8f9', 'x-oauth-scopes': 'chat:write' },
    body: { ok: false, error: 'missing_scope', needed: 'channels:read', provided: 'chat:write' },
  },
  drive: {
    platform: 'google',
    kind: 'missing-scope',
    scopes: [],
    sign: 'insufficient authentication scopes',
    host: 'www.googleapis.com',
    status: 403,
    body: {
      error: {
        code: 403,
        message: 'Request had insufficient authentication scopes.',
        errors: [{ message: 'Insufficient Permission', domain: 'global', reason: 'insufficientPermissions' }],
        status: 'PERMISSION_DENIED',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
            domain: 'googleapis.com',
            metadata: { method: 'google.apps.drive.v3.DriveFiles.List', service: 'drive.googleapis.com' },
          },
        ],
      },
    },
  },
  storage: {
    platform: 'google',
    kind: 'not-authorised',
    scopes: ['storage.buckets.get'],
    sign: 'does not have storage.buckets.get access',
    host: 'storage.googleapis.com',
    status: 403,
    body: {
      error: {
        code: 403,
        message:
          "sync@demo-shop-421.iam.gserviceaccount.com does not have storage.buckets.get access to the Google Cloud Storage bucket. Permission 'storage.buckets.get' denied on resource (or it may not exist).",
        errors: [
          {
            message:
              "sync@demo-shop-421.iam.gserviceaccount.com does not have storage.buckets.get access to the Google Cloud Storage bucket. Permission 'storage.buckets.get' denied on resource (or it may not exist).",
            domain: 'global',
            reason: 'forbidden',
          },
        ],
      },
    },
  },
  kubernetes: {
    platform: 'kubernetes',
    kind: 'not-authorised',
    scopes: ['list pods'],
    sign: 'cannot list resource',
    host: '127.0.0.1:6443',
    status: 403,
    headers: { 'audit-id': '5e62447b-4280-48c0-852e-55bc5616daff' },
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message:
        'pods is forbidden: User "system:serviceaccount:shop:reader" cannot list resource "pods" in API group "" in the namespace "shop"',
      reason: 'Forbidden',
      details: { kind: 'pods' },
      code: 403,
    },
  },
  graph: {
    platform: 'microsoft',
    kind: 'missing-scope',
    scopes: ['ChannelMessage.Send', 'Group.ReadWrite.All'],
    sign: 'Missing scope permissions on the request',
    host: 'graph.microsoft.com',
    status: 403,
    headers: { 'request-id': 'a1b0b2fb-3f8b-60c3-9f1e-2d3c4b5a6978' },
    body: {
      error: {
        code: 'Forbidden',
        message:
          "Missing scope permissions on the request. API requires one of 'ChannelMessage.Send, Group.ReadWrite.All'. Scopes on the request 'User.Read, profile, openid, email'",
        innerError: { date: '2026-11-27T06:08:00', 'request-id': 'a1b0b2fb-3f8b-60c3-9f1e-2d3c4b5a6978' },
      },
    },
  },
  gitlab: {
    platform: 'gitlab',
    kind: 'missing-scope',
    scopes: ['api', 'read_api'],
    sign: 'insufficient_scope',
    host: 'gitlab.com',
    status: 403,
    headers: { 'x-gitlab-meta': '{"correlation_id":"01JDEMO0000000000000000000","version":"1"}' },
    body: {
      error: 'insufficient_scope',
      error_description: 'The request requires higher privileges than provided by the access token.',
      scope: 'api read_api',
    },
  },
  jira: {
    platform: 'atlassian',
    kind: 'missing-scope',
    scopes: [],
    sign: 'scope does not match',
    host: 'api.atlassian.com',
    status: 401,
    headers: { 'x-failure-category': 'FAILURE_CLIENT_SCOPE_CHECK' },
    body: { code: 401, message: 'Unauthorized; scope does not match' },
  },
  discord: {
    platform: 'discord',
    kind: 'not-authorised',
    scopes: [],
    sign: 'Missing Permissions',
    host: 'discord.com',
    status: 403,
    body: { message: 'Missing Permissions', code: 50013 },
  },
};
