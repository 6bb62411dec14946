import { html } from 'hono/html';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { CaseView } from '../cases/case-view.ts';
import { rulingName } from '../cases/typed-rulings.ts';
import type { RulePage } from '../console-deps.ts';
import { creditTable } from './credit-table.ts';
import { findingTable } from './finding-table.ts';
import { type Html, nothing } from './html.ts';
import { verdictBefore } from './outcome-panel.ts';
import { personName } from './person-list.ts';
import type { NumberedDocument } from './places.ts';
import { creditControls, overrideControls } from './ruling-controls.ts';
import { visibleText } from './said.ts';
import { topicControls } from './topic-controls.ts';

/** What of a case these parts are about. */
export type Judged = Pick<CaseView, 'found' | 'outcomes' | 'editing'>;

/** The ledger lines that come of this mail, person by person. */
export function creditsPart({ found, outcomes, editing }: Judged): Html {
  const own = { submissionId: found.submission.submissionId, count: found.documents.length };
  const tables = perPerson(outcomes.now ?? outcomes.stored, (caption, judged, person) => {
    const credits = judged.credits.filter((credit) => credit.person === person);
    return credits.length === 0
      ? null
      : creditTable(html`Credits of ${caption}`, credits, own, (credit) => {
          if (editing === null) return nothing;
          const index = judged.credits.findIndex((one) => one.creditId === credit.creditId);
          return html`${creditControls({ ...credit, person }, index, editing)} ${topicControls(credit, index, editing)}`;
        });
  });
  const lines = (outcomes.now ?? outcomes.stored)?.credits.map(({ creditId, person }) => `${person}:${creditId}`) ?? [];
  return html`<section id="credits-part" data-lines="${signOf(lines)}" aria-labelledby="credits">
    <h2 id="credits">Credits</h2>
    ${tables.length === 0 ? html`<p class="desk-empty">There are no credits in this case.</p>` : tables}
  </section>`;
}

/** What each rule says, person by person, and apart from that what rules in shadow would say. */
export function rulesPart(
  { outcomes, editing }: Judged,
  rulePages: readonly RulePage[],
  documents: readonly NumberedDocument[],
): Html {
  const judgement = outcomes.now ?? outcomes.stored;
  const about = {
    ...{ rulePages, documents },
    before: (finding: Judgement['findings'][number]) => verdictBefore(outcomes.stored, finding),
  };
  const tables = perPerson(judgement, (caption, judged, person) => {
    const findings = judged.findings.filter((finding) => finding.person === person);
    return findings.length === 0
      ? null
      : findingTable(html`The rules for ${caption}`, findings, { ...about, ...overriding(editing, findings) });
  });
  const inShadow = perPerson(judgement, (caption, judged, person) => {
    const findings = judged.shadow.filter((finding) => finding.person === person);
    const words = html`In shadow for ${caption}: tried out only, without any effect`;
    return findings.length === 0 ? null : findingTable(words, findings, { ...about, before: () => null });
  });
  const lines = judgement?.findings.map((one) => `${rulingName.rule(one, 'verdict')}=${one.verdict}`) ?? [];
  return html`<section id="rules-part" data-lines="${signOf(lines)}" aria-labelledby="rules">
    <h2 id="rules">Rules</h2>
    ${tables.length === 0 ? html`<p class="desk-empty">No rule has been applied to this case.</p>` : tables} ${inShadow}
  </section>`;
}

/** Only where a person works on the case may they say otherwise than a rule. */
function overriding(editing: CaseView['editing'], findings: Judgement['findings']) {
  if (editing === null) return {};
  return {
    controls: (finding: Judgement['findings'][number]) => overrideControls(finding, findings.indexOf(finding), editing),
  };
}

/** By which the script of an open page tells that lines came or went: never more of a stranger’s words than can be seen. */
const signOf = (lines: readonly string[]) => visibleText(lines.join(' '), 20_000);

function perPerson(
  judgement: Judgement | null,
  table: (caption: Html, judgement: Judgement, person: number) => Html | null,
): Html[] {
  if (judgement === null) return [];
  const tables = judgement.people.map((person, index) => table(personName(person), judgement, index));
  return tables.filter((made) => made !== null);
}
