import { expect, it } from 'vitest';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { inDoubt, openCaseDesk } from './case-desk.ts';
import { pageText } from './desk.ts';

it('a mail of very many papers lists them beside one of them only when asked, and keeps what was chosen', async () => {
  const desk = await openCaseDesk();
  const [paper] = await inDoubt();
  if (!paper) throw new Error('the case has papers');
  const page = `/cases/${await desk.lay(
    2,
    Array.from({ length: 42 }, () => paper),
  )}`;
  await desk.app.post(`${page}/claim`);
  const fresh = await pageText(desk, page);
  const version = /name="version"[^>]*value="([^"]*)"/.exec(fresh)?.[1] ?? '';
  const optionOf = (number: number) => `value="${submissionIdFor(2)}:${number - 1}"`;
  expect(fresh).not.toContain(optionOf(7));

  const asked = { version, made: '0', do: 'papers:2' };
  const listed = await (await desk.app.post(`${page}/what-if`, asked)).text();
  expect(listed.split(optionOf(7))).toHaveLength(2);

  const chosen = { version, made: '0', 'duplicate.2': `${submissionIdFor(2)}:6`, do: 'papers:5' };
  const next = await (await desk.app.post(`${page}/what-if`, chosen)).text();
  expect(next).toContain(`<option ${optionOf(7)} selected>Document 7: Report form</option>`);
});
