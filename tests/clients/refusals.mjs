// What each platform's server answers to the clients here, and what must be read of it.
import { platforms } from '../demo/platforms.mjs';

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

const roleDenied =
  'User: arn:aws:iam::123456789012:user/sync-bot is not authorized to perform: sts:AssumeRole on resource: ' +
  'arn:aws:iam::210987654321:role/deploy';

/** One that the demo shows as well. @param {string} platform */
const shown = (platform) => {
  const found = platforms.find((each) => each.platform === platform);
  if (!found) throw new Error(`the demo shows no ${platform}`);
  return found;
};

/** @type {Record<string, Refusal>} */
export const refusals = {
  dingtalk: {
    ...shown('dingtalk'),
    kind: 'missing-scope',
    scopes: ['Contact.User.Read'],
    sign: '应用尚未开通所需的权限',
    host: 'api.dingtalk.com',
  },
  feishu: {
    ...shown('feishu'),
    kind: 'missing-scope',
    scopes: ['im:chat:read'],
    sign: 'One of the following scopes is required',
    host: 'open.feishu.cn',
  },
  github: {
    ...shown('github'),
    kind: 'missing-scope',
    scopes: [],
    sign: 'Resource not accessible by integration',
    host: 'api.github.com',
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
    ...shown('aws'),
    headers: { 'content-type': 'application/xml', 'x-amz-request-id': '9SEZ5Z88ZXPHRSHR' },
    kind: 'not-authorised',
    scopes: ['s3:ListBucket'],
    sign: 'is not authorized to perform',
    host: 's3.eu-central-1.amazonaws.com',
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
    ...shown('slack'),
    headers: { ...shown('slack').headers, 'x-oauth-scopes': 'chat:write' },
    kind: 'missing-scope',
    scopes: ['channels:read'],
    sign: 'missing_scope',
    host: 'slack.com',
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
    ...shown('microsoft'),
    headers: { 'request-id': 'a1b0b2fb-3f8b-60c3-9f1e-2d3c4b5a6978' },
    kind: 'missing-scope',
    scopes: ['ChannelMessage.Send', 'Group.ReadWrite.All'],
    sign: 'Missing scope permissions on the request',
    host: 'graph.microsoft.com',
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
    ...shown('atlassian'),
    kind: 'missing-scope',
    scopes: [],
    sign: 'scope does not match',
    host: 'api.atlassian.com',
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
