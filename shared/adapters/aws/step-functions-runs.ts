import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { GiveUp } from '#shared/domain/faults.ts';
import type { MachineName, RunWatcher } from '#shared/ports/workflow-runner.ts';
import { errorNameOf, faultOf } from './aws-faults.ts';

/** Asks Step Functions by the name of the execution, which is the run's id. One that never began is not going on. */
export function openStepFunctionsRuns(
  machineArns: Readonly<Partial<Record<MachineName, string>>>,
  client = new SFNClient({}),
): RunWatcher {
  return {
    async isGoingOn(machine, runId) {
      const machineArn = machineArns[machine];
      if (machineArn === undefined) throw new GiveUp(`this Lambda was given no ${machine} machine to ask about`);
      // arn:aws:states:region:account:stateMachine:name is where executions of it begin with another word
      const executionArn = `${machineArn.replace(':stateMachine:', ':execution:')}:${runId}`;
      try {
        const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
        return status === 'RUNNING' || status === 'PENDING_REDRIVE';
      } catch (error) {
        if (errorNameOf(error) === 'ExecutionDoesNotExist') return false;
        throw faultOf(error);
      }
    },
  };
}
