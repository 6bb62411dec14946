import { refused } from '#functions/desk/held-case.ts';
import { makeReadAgain, whyNotReadAgain } from '#functions/desk/read-again.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { findSorting } from '#shared/records/sorting-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { noteOpened } from '../access/note-opening.ts';
import { type CaseWork, readWork, type StoredWork, workOn } from '../cases/case-work.ts';
import { findCase } from '../cases/find-case.ts';
import { refusalWords } from '../cases/outcome-of.ts';
import { readPageSheets } from '../cases/page-sheets.ts';
import { readSent } from '../cases/sent-case.ts';
import { type SortableFile, sortableFiles, sortingsIn } from '../cases/sorting-choices.ts';
import { nothingTyped, type Typed } from '../cases/typed-case.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { papersPage } from '../pages/papers-page.ts';
import { viewOf } from '../queue-view.ts';

/** Files taken apart anew by a person, and whether the machine is through with reading them again. */
export function paperRoutes(deps: ConsoleDeps): Pick<Handlers, 'papers' | 'readAgain' | 'beingRead'> {
  const readAgain = makeReadAgain(deps);

  async function filesOf(submissionId: SubmissionId, { found }: StoredWork, work: CaseWork): Promise<SortableFile[]> {
    const sheets = await readPageSheets(deps, found.files);
    const said = await Promise.all(found.files.map(({ fileId }) => findSorting(deps.records, submissionId, fileId)));
    const sortings = new Map(said.flatMap((one) => (one === null ? [] : [[one.fileId, one] as const])));
    return sortableFiles(found.files, work.documents, { sheets, sortings });
  }

  type Shown = { stored: StoredWork; work: CaseWork; typed: Typed; files?: SortableFile[]; trouble?: string };
  async function page(context: DeskContext, { stored, work, typed, files, trouble = undefined }: Shown) {
    return papersPage(context.var.frame, {
      ...{ work, typed, trouble: trouble ?? null },
      files: files ?? (await filesOf(context.var.submissionId, stored, work)),
      whyNot: whyNotReadAgain(stored.found.submission, stored.decisions),
    });
  }

  return {
    async papers(context) {
      const found = await findCase(deps.records, context.req.param('reference'));
      const { asker, submissionId } = context.var;
      if (found === null || asker === null) return context.notFound();
      await noteOpened(deps, asker, submissionId, { what: 'opened-case', codes: [] });
      const stored = await readWork(deps.records, found);
      const work = workOn(stored, { now: deps.clock.now(), me: asker.staff.staffId });
      return context.html(await page(context, { stored, work, typed: nothingTyped }));
    },

    async readAgain(context) {
      const sent = await readSent(deps, context);
      if (sent === null) return context.notFound();
      const { stored, work, typed } = sent;
      const { submissionId } = context.var;
      const files = await filesOf(submissionId, stored, work);
      const said = typed.get('do') === 'as-it-is' ? { sortings: [] } : sortingsIn(typed, files);
      const given = { submissionId, who: work.me, version: Number(typed.get('version') ?? Number.NaN) };
      const answer = 'why' in said ? refused(said.why) : await readAgain({ ...given, ...said });
      if (answer.answer === 'done') return context.redirect(`/cases/${work.reference}?done=sent-to-read`, 303);
      const trouble = refusalWords(answer, work, deps.programme.timeZone);
      const status = answer.answer === 'refused' ? 422 : 409;
      return context.html(await page(context, { ...{ stored, work, typed, files, trouble } }), status);
    },

    /** Asked by an open page: has the machine come to an end with it? */
    async beingRead(context) {
      const found = await findSubmission(deps.records, context.var.submissionId);
      const isRead = found !== null && viewOf(found.submission) !== 'in-progress';
      return context.text(isRead ? 'read' : 'being read');
    },
  };
}
