// Writes a log of so many megabytes with a refusal every now and then: node tests/bench/log.mjs MEGABYTES > LOG
import fs from 'node:fs';
import path from 'node:path';
import { id, random } from './random.mjs';

const megabytes = Number(process.argv[2] ?? 100);
const refusal = fs.readFileSync(path.join(import.meta.dirname, '../../crate/render/benches/small.json'), 'utf8');

const time = () =>
  `2026-11-${10 + random(20)} ${10 + random(14)}:${10 + random(50)}:${10 + random(50)}.${100 + random(900)}`;

const kinds = [
  () =>
    `${time()} INFO  [exec-${random(200)}] c.e.AccessLog - GET /api/v1/orders/${random(1e9)}?ts=${random(1e12)} 200 ${random(5000)}ms trace=${id()}`,
  () =>
    JSON.stringify({
      ts: time(),
      level: 'info',
      msg: 'request done',
      status: 200,
      code: 0,
      user: random(1e8),
      path: `/v1.0/contact/users/${id()}`,
      requestId: id(),
    }),
  () => `${time()} INFO 订单服务 - 用户${random(1e6)}下单成功，金额${random(9999)}元，库存剩余${random(9999)}`,
  () =>
    `10.${random(256)}.${random(256)}.${random(256)} - - [22/Nov/2026] "GET /static/${id()}.js HTTP/1.1" 200 ${random(1e6)} "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"`,
  () => `\tat com.example.service.UserPermissionService.check(UserPermissionService.java:${random(900)})`,
];

const lines = Array.from({ length: 100_000 }, (_, i) =>
  i % 20_000 === 0 ? `${time()} ERROR call failed: ${refusal}` : kinds[random(kinds.length)]?.(),
);
const block = Buffer.from(`${lines.join('\n')}\n`);
for (let written = 0; written < megabytes * 1e6; written += block.length) fs.writeSync(1, block);
