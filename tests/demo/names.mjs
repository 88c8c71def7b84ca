// The made-up identities of the demo: right in shape, good for nothing.
export const CLIENT_ID = 'dingdemo0placeholder';
export const TOKEN = 'demo0token0not0real0a1b2c3d4e5f6a7b8';
export const UNION_ID = 'demoUnionIdNotReal01';
export const OPERATOR_IP = '203.0.113.9';

/** The console's own link to apply for a scope, as DingTalk prints it. @param {string} scope */
export const applyLink = (scope) => `https://open-dev.dingtalk.com/appscope/apply?content=${CLIENT_ID}%23${scope}`;
