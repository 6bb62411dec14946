import { bundleLambdas } from '#infra/aws/bundle-lambdas.ts';

for (const { name, bytes } of await bundleLambdas()) {
  console.log(`${String(Math.ceil(bytes / 1000)).padStart(6)} kB  ${name}`);
}
