import { itemIdsOf } from '#shared/domain/batch.ts';
import { fileIdOf, runIdOf, type SubmissionId } from '#shared/domain/ids.ts';
import {
  fileInputSchema,
  type OpenMailOutput,
  runInputSchema,
  sweepSegmentInputSchema,
} from '#shared/workflow/steps.ts';

/** What each step answered, by its state; a name alone is a fault that it threw. */
export type Recorded = {
  /** OpenMail's answer */
  files: number;
  next: OpenMailOutput['next'];
  /** ApplyRules' answer */
  settled: boolean;
  /** MatchPerson's answer: into how many cases the mail was split */
  items?: number;
  /** of SettleDecision; the settle machine only */
  settles?: 'judge' | 'tell' | 'stop';
  /** of the nightly sweep: how many segments its plan has */
  segments?: number;
  /** this state says once that it is to be tried again */
  busyOnce?: string;
  /** by state, or by state and file (or segment): the name of what it threw, each time */
  throws?: Readonly<Record<string, string>>;
};

const readable = {
  ReadText: { readable: true },
  SortDocuments: { documentCount: 1 },
  ReadFields: { documentCount: 1, fieldCount: 8 },
};

/** The steps as they answered once, on mails of test/fixtures/mail (by the journal of `npm run intake`); ids are those of the run. */
export function answerRecorded(recorded: Recorded) {
  const perState: Record<string, object> = {
    ...readable,
    ApplyRules: { settled: recorded.settled },
    SettleDecision: { next: recorded.settles },
  };
  let isBusy = true;
  return async (state: string, event: unknown): Promise<unknown> => {
    if (state === recorded.busyOnce && isBusy) {
      isBusy = false;
      throw Object.assign(new Error('recorded'), { name: 'TryAgain' });
    }
    if (state.startsWith('Sweep')) return ofSweep(state, event, recorded);
    const file = fileInputSchema.safeParse(event);
    const thrown = recorded.throws?.[file.success ? `${state} ${file.data.fileId}` : state];
    if (thrown !== undefined) throw Object.assign(new Error('recorded'), { name: thrown });
    const run = runInputSchema.parse(event);
    perState.MatchPerson = { items: itemsOf(run.submissionId, recorded.items ?? 0) };
    if (state === 'OpenMail') {
      const files = Array.from({ length: recorded.files }, (_each, at) => ({ ...run, fileId: fileIdOf(at + 1) }));
      return { ...run, next: recorded.next, files };
    }
    return { ...(file.success ? file.data : run), ...perState[state] };
  };
}

const itemsOf = (submissionId: SubmissionId, items: number) =>
  itemIdsOf({ submissionId, items }).map((id) => ({ submissionId: id, runId: runIdOf(id, 1) }));

function ofSweep(state: string, event: unknown, { segments = 0, throws }: Recorded): unknown {
  const runId = 'sweep_2026-12-01';
  const names = Array.from({ length: segments }, (_each, at) => String(at).padStart(2, '0'));
  if (state === 'SweepPlan')
    return { runId, isToWalk: segments > 0, segments: names.map((segment) => ({ runId, segment })) };
  if (state === 'SweepReport') return { runId, findings: 0 };
  const asked = sweepSegmentInputSchema.parse(event);
  const thrown = throws?.[`${state} ${asked.segment}`];
  if (thrown !== undefined) throw Object.assign(new Error('recorded'), { name: thrown });
  return { ...asked, isDone: true };
}
