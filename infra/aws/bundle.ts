import { bundleLambdas } from '#infra/aws/bundle-lambdas.ts';

const kB = (bytes: number) => `${String(Math.ceil(bytes / 1000)).padStart(6)} kB`;
for (const { name, bytes, bytesInAll } of await bundleLambdas()) {
  const later = bytesInAll > bytes ? `, ${kB(bytesInAll - bytes).trim()} more when asked for` : '';
  console.log(`${kB(bytes)}  ${name}${later}`);
}
