import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { GiveUp } from '#shared/domain/faults.ts';
import type { MachineName, WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import { errorNameOf, faultOf } from './aws-faults.ts';

/**
 * The run's id is the name of the execution: at most 43 of the 80 characters allowed. Step Functions remembers names for
 * 90 days; beyond that the table's own row is what keeps a mail from being run twice.
 */
export function openStepFunctionsRunner(
  machineArns: Readonly<Partial<Record<MachineName, string>>>,
  client = new SFNClient({}),
): WorkflowRunner {
  return {
    async start(machine, runId, input) {
      const stateMachineArn = machineArns[machine];
      if (stateMachineArn === undefined) throw new GiveUp(`this Lambda was given no ${machine} machine to start`);
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name: runId, input: JSON.stringify(input) }));
      } catch (error) {
        if (errorNameOf(error) !== 'ExecutionAlreadyExists') throw faultOf(error);
      }
    },
  };
}
