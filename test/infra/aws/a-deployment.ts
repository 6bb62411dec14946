import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { z } from 'zod';
import { checked } from '#infra/aws/checked.ts';
import { type IntakeApp, makeIntakeApp } from '#infra/aws/intake-app.ts';
import { lambdaNeeds } from '#infra/aws/lambda-needs.ts';
import type { Stage } from '#infra/aws/stages.ts';

export type Deployment = IntakeApp & { outdir: string };

const cdkSchema = z.object({ context: z.record(z.string(), z.unknown()) });

/** The stacks of one stage, with stand-ins for the bundles: what is in them does not matter to a template. */
export function aCheckedDeployment(stage: string, own: Partial<Stage> = {}): Deployment {
  const deployment = aDeployment(stage, own);
  // CDK's own reading of the templates, which it asks for through the environment
  delete process.env.CDK_VALIDATION;
  checked(deployment.app);
  return deployment;
}

/** As above, without the checks: they take nine tenths of the time, and one test of them is enough. */
export function aDeployment(stage = 'prod', own: Partial<Stage> = {}): Deployment {
  process.env.CDK_VALIDATION = 'false';
  const folder = mkdtempSync(join(tmpdir(), 'deployment-'));
  const bundles = join(folder, 'bundles');
  for (const name of Object.keys(lambdaNeeds)) {
    mkdirSync(join(bundles, name), { recursive: true });
    writeFileSync(join(bundles, name, 'index.mjs'), `export const handler = '${name}';\n`);
  }
  const cdk = cdkSchema.parse(JSON.parse(readFileSync('cdk.json', 'utf8')));
  const outdir = join(folder, 'cdk.out');
  const made = makeIntakeApp(
    bundles,
    {
      outdir,
      treeMetadata: false,
      analyticsReporting: false,
      context: { ...cdk.context, stage, 'aws:cdk:disable-stack-trace': true },
    },
    own,
  );
  return { ...made, outdir };
}

export type Templates = Record<'records' | 'intake' | 'console' | 'sweep' | 'retention' | 'watch', Template> & {
  network?: Template;
};

export function templatesOf({ records, network, intake, console, sweep, retention, watch }: IntakeApp): Templates {
  return {
    records: Template.fromStack(records),
    ...(network ? { network: Template.fromStack(network) } : {}),
    intake: Template.fromStack(intake),
    console: Template.fromStack(console),
    sweep: Template.fromStack(sweep),
    retention: Template.fromStack(retention),
    watch: Template.fromStack(watch),
  };
}

export type Resource = { Type: string; Properties: Record<string, unknown> };
const resourcesSchema = z.record(
  z.string(),
  z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
);

export function resourcesOf(template: Template, type: string): Record<string, Resource> {
  return resourcesSchema.parse(template.findResources(type));
}
