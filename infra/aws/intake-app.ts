import { App, type AppProps, Tags } from 'aws-cdk-lib/core';
import { whyNotApart } from '#infra/aws/inboxes-apart.ts';
import { whySameOrigin } from '#infra/aws/names-apart.ts';
import { ConsoleStack } from '#infra/aws/stacks/console-stack.ts';
import { IntakeStack } from '#infra/aws/stacks/intake-stack.ts';
import { NetworkStack, type NetworkStackProps } from '#infra/aws/stacks/network-stack.ts';
import { RecordsStack } from '#infra/aws/stacks/records-stack.ts';
import { RetentionStack } from '#infra/aws/stacks/retention-stack.ts';
import { SweepStack } from '#infra/aws/stacks/sweep-stack.ts';
import { WatchStack } from '#infra/aws/stacks/watch-stack.ts';
import { type Stage, stackIdOf, stageNamed, stages } from '#infra/aws/stages.ts';

export type IntakeApp = {
  app: App;
  stage: Stage;
  records: RecordsStack;
  network: NetworkStack | null;
  intake: IntakeStack;
  console: ConsoleStack;
  sweep: SweepStack;
  retention: RetentionStack;
  watch: WatchStack;
};

/** The stage is named by the context value `stage`; everything else about it is in stages.ts. `own`: otherwise than there, for a test. */
export function makeIntakeApp(bundles: string, appProps: AppProps = {}, own: Partial<Stage> = {}): IntakeApp {
  const app = new App(appProps);
  const why = whyNotApart(Object.values(stages)) ?? whySameOrigin(Object.values(stages));
  if (why !== null) throw new Error(why);
  const stage: Stage = { ...stageNamed(app.node.tryGetContext('stage')), ...own };
  const env = { region: stage.region, ...(stage.account === null ? {} : { account: stage.account }) };
  const id = (part: string) => stackIdOf(stage, part);
  const records = new RecordsStack(app, id('records'), { env, stage });
  const network = networkOf(app, { env, stage, records });
  const given = { env, stage, records, network: network?.network ?? null, bundles };
  const intake = new IntakeStack(app, id('intake'), given);
  const console = new ConsoleStack(app, id('console'), {
    ...given,
    settleMachine: intake.settleMachine,
  });
  const sweep = new SweepStack(app, id('sweep'), given);
  const retention = new RetentionStack(app, id('retention'), { ...given, sweep });
  const watch = new WatchStack(app, id('watch'), { env, stage, intake, console, sweep, retention });
  // a dashboard has tags in the construct and none in the schema by which templates are checked
  const but = { excludeResourceTypes: ['AWS::CloudWatch::Dashboard'] };
  Tags.of(app).add('programme', 'peer-credentials', but);
  Tags.of(app).add('stage', stage.name, but);
  Tags.of(app).add('cost-centre', stage.costCentre, but);
  // personal: people can be known from it; operational: counts, ids and codes
  for (const stack of [records, intake, console, sweep, retention]) Tags.of(stack).add('data-class', 'personal', but);
  for (const stack of [watch, ...(network ? [network] : [])]) Tags.of(stack).add('data-class', 'operational', but);
  return { app, stage, records, network, intake, console, sweep, retention, watch };
}

function networkOf(app: App, { env, stage, records }: Omit<NetworkStackProps, 'network'>): NetworkStack | null {
  const { network } = stage;
  if (network === 'none') return null;
  const props = { ...(env ? { env } : {}), stage, records, network };
  return new NetworkStack(app, stackIdOf(stage, 'network'), props);
}
