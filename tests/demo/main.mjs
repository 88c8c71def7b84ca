// The demo site by itself. Usage: node tests/demo/main.mjs [PORT]
import { startDemo } from './server.mjs';

const demo = await startDemo({ port: Number(process.argv[2] ?? 0) });
console.log(`The demo is at ${demo.url} (Chinese: ${demo.url}?lang=zh-CN). Ctrl+C ends it.`);
