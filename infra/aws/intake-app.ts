import { App, type AppProps, Tags } from 'aws-cdk-lib/core';
import { whyNotApart } from '#infra/aws/inboxes-apart.ts';
import { ConsoleStack } from '#infra/aws/stacks/console-stack.ts';
import { IntakeStack } from '#infra/aws/stacks/intake-stack.ts';
import { RecordsStack } from '#infra/aws/stacks/records-stack.ts';
import { SweepStack } from '#infra/aws/stacks/sweep-stack.ts';
import { WatchStack } from '#infra/aws/stacks/watch-stack.ts';
import { type Stage, stackIdOf, stageNamed, stages } from '#infra/aws/stages.ts';

export type IntakeApp = {
  app: App;
  stage: Stage;
  records: RecordsStack;
  intake: IntakeStack;
  console: ConsoleStack;
  sweep: SweepStack;
  watch: WatchStack;
};

/** The stage is named by the context value `stage`; everything else about it is in stages.ts. */
export function makeIntakeApp(bundles: string, appProps: AppProps = {}): IntakeApp {
  const app = new App(appProps);
  const why = whyNotApart(Object.values(stages));
  if (why !== null) throw new Error(why);
  const stage = stageNamed(app.node.tryGetContext('stage'));
  const env = { region: stage.region, ...(stage.account === null ? {} : { account: stage.account }) };
  const id = (part: string) => stackIdOf(stage, part);
  const records = new RecordsStack(app, id('records'), { env, stage });
  const intake = new IntakeStack(app, id('intake'), { env, stage, records, bundles });
  const console = new ConsoleStack(app, id('console'), {
    ...{ env, stage, records, bundles },
    settleMachine: intake.settleMachine,
  });
  const sweep = new SweepStack(app, id('sweep'), { env, stage, records, bundles });
  const watch = new WatchStack(app, id('watch'), { env, stage, intake, console, sweep });
  // a dashboard has tags in the construct and none in the schema by which templates are checked
  const but = { excludeResourceTypes: ['AWS::CloudWatch::Dashboard'] };
  Tags.of(app).add('programme', 'peer-credentials', but);
  Tags.of(app).add('stage', stage.name, but);
  Tags.of(app).add('cost-centre', stage.costCentre, but);
  // personal: people can be known from it; operational: counts, ids and codes
  for (const stack of [records, intake, console, sweep]) Tags.of(stack).add('data-class', 'personal', but);
  Tags.of(watch).add('data-class', 'operational', but);
  return { app, stage, records, intake, console, sweep, watch };
}
