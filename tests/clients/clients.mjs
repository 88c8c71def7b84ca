// One call of each client, sent to `url`, where everything is refused.
import { createRequire } from 'node:module';
import { S3Client, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { REST } from '@discordjs/rest';
import { Gitlab } from '@gitbeaker/rest';
import { Storage } from '@google-cloud/storage';
import { drive } from '@googleapis/drive';
import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import * as lark from '@larksuiteoapi/node-sdk';
import { Client as GraphClient } from '@microsoft/microsoft-graph-client';
import { graphql } from '@octokit/graphql';
import { Octokit } from '@octokit/rest';
import { WebClient } from '@slack/web-api';
import { Version3Client } from 'jira.js';

const require = createRequire(import.meta.url);
const contact = require('@alicloud/dingtalk/contact_1_0');
const { Config } = require('@alicloud/openapi-client');
const { RuntimeOptions } = require('@alicloud/tea-util');

const keys = { region: 'eu-central-1', credentials: { accessKeyId: 'demo', secretAccessKey: 'demo' }, maxAttempts: 1 };

/** @type {Record<string, (url: string) => Promise<unknown>>} by the name of the refusal that they meet */
export const clients = {
  dingtalk: (url) => {
    const config = new Config({ protocol: 'http', regionId: 'central', endpoint: new URL(url).host });
    const headers = new contact.GetUserHeaders({ xAcsDingtalkAccessToken: 'demo' });
    return new contact.default(config).getUserWithOptions('me', headers, new RuntimeOptions({}));
  },
  feishu: (url) => {
    const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };
    const options = {
      appId: 'cli_a75884b6c733900b',
      appSecret: 'demo',
      domain: url,
      logger: silent,
      disableTokenCache: true,
    };
    const client = new lark.Client(options);
    return client.im.chat.list({ params: { page_size: 10 } }, lark.withTenantToken('t-demo'));
  },
  github: (url) =>
    new Octokit({ baseUrl: url, auth: 'demo', log: quiet }).rest.issues.create({
      owner: 'acme',
      repo: 'shop',
      title: 'x',
    }),
  githubGraphql: (url) =>
    graphql('{ viewer { projectsV2(first: 1) { totalCount } } }', {
      baseUrl: url,
      headers: { authorization: 'token demo' },
    }),
  s3: (url) =>
    new S3Client({ ...keys, endpoint: url, forcePathStyle: true }).send(
      new ListObjectsV2Command({ Bucket: 'acme-reports' }),
    ),
  sts: (url) =>
    new STSClient({ ...keys, endpoint: url }).send(
      new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::210987654321:role/deploy', RoleSessionName: 'demo' }),
    ),
  slack: (url) =>
    new WebClient('demo', {
      slackApiUrl: `${url}/api/`,
      retryConfig: { retries: 0 },
      logger: slackLogger,
    }).conversations.list(),
  drive: (url) =>
    drive({ version: 'v3', rootUrl: `${url}/`, headers: { authorization: 'Bearer demo' } }).files.list(
      { pageSize: 10 },
      { retry: false },
    ),
  storage: (url) =>
    new Storage({
      apiEndpoint: url,
      projectId: 'demo-shop-421',
      useAuthWithCustomEndpoint: false,
      retryOptions: { autoRetry: false },
    })
      .bucket('acme-reports')
      .getMetadata(),
  kubernetes: (url) => {
    const config = new KubeConfig();
    config.loadFromClusterAndUser({ name: 'demo', server: url, skipTLSVerify: true }, { name: 'demo', token: 'demo' });
    return config.makeApiClient(CoreV1Api).listNamespacedPod({ namespace: 'shop' });
  },
  graph: (url) =>
    GraphClient.init({
      baseUrl: `${url}/`,
      authProvider: (done) => done(null, 'demo'),
      customHosts: new Set(['127.0.0.1']),
    })
      .api('/teams/t1/channels/c1/messages')
      .post({ body: { content: 'x' } }),
  gitlab: (url) => new Gitlab({ host: url, token: 'demo' }).Projects.show(284),
  jira: (url) =>
    new Version3Client({ host: url, authentication: { oauth2: { accessToken: 'demo' } } }).myself.getCurrentUser(),
  discord: (url) =>
    new REST({ api: `${url}/api`, version: '10', retries: 0 })
      .setToken('demo')
      .put('/guilds/81384788765712384/members/80351110224678912/roles/41771983423143936'),
};

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const slackLogger = { ...quiet, setLevel() {}, getLevel: () => 'error', setName() {} };
