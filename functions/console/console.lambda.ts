import { makeWhatIf } from '#functions/apply-rules/what-if.ts';
import { makeTonight } from '#functions/sweep/tonight.ts';
import { makeDraftLetter } from '#functions/tell-sender/decision-letter.ts';
import { openAwsStores } from '#shared/adapters/aws/aws-stores.ts';
import { listBundleAssets } from '#shared/adapters/aws/bundle-assets.ts';
import { readBundleFile } from '#shared/adapters/aws/bundle-file.ts';
import { readBundlePages } from '#shared/adapters/aws/bundle-pages.ts';
import { listBundleProposals } from '#shared/adapters/aws/bundle-proposals.ts';
import { makeDirectPageDrawer } from '#shared/adapters/aws/direct-page-drawer.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { lambdaIds } from '#shared/adapters/aws/lambda-ids.ts';
import { openStepFunctionsRunner } from '#shared/adapters/aws/step-functions-runner.ts';
import { streamedAnswers } from '#shared/adapters/aws/streamed-answers.ts';
import { makeOidcSignInProvider } from '#shared/adapters/oidc-sign-in-provider.ts';
import { pdfLetterPrinter } from '#shared/adapters/pdf-letter-printer.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import { readTwiceSnapshots } from '#shared/adapters/read-twice-snapshots.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import { readLambdaSettings } from '#shared/config/settings.ts';
import { retentionSchema } from '#shared/domain/retention.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import { makeConsole } from './app.ts';
import { programmeFacts } from './programme-facts.ts';

const settings = readLambdaSettings([
  'TABLE_NAME',
  'BUCKET_NAME',
  'PROGRAMME_FOLDER',
  'PROPOSED_RULES_FOLDER',
  'CONSOLE_URL',
  'ORIGINALS_URL',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_GROUPS_CLAIM',
  'SETTLE_MACHINE_ARN',
]);
const provider = makeOidcSignInProvider({
  issuer: settings.OIDC_ISSUER,
  clientId: settings.OIDC_CLIENT_ID,
  // a public client: PKCE does what a secret in the environment would
  clientSecret: null,
  consoleUrl: settings.CONSOLE_URL,
  groupsClaim: settings.OIDC_GROUPS_CLAIM,
});
const pages = readBundlePages(settings.PROGRAMME_FOLDER);
const programme = readProgramme(pages);
const stores = openAwsStores(settings);
const app = makeConsole({
  ...stores,
  snapshots: readTwiceSnapshots(stores.records),
  documentReader: makeDirectPageDrawer(readBundleFile('pdfium.wasm', import.meta.url)),
  assets: listBundleAssets('assets', import.meta.url),
  clock: lambdaClock,
  letterPrinter: pdfLetterPrinter,
  programme: programmeFacts(pages),
  proposedRules: listBundleProposals(settings.PROPOSED_RULES_FOLDER, pages, office.proposedRulesFolder),
  whatIf: makeWhatIf({ records: stores.records, programme, clock: lambdaClock }),
  tonight: makeTonight({ records: stores.records, programme, clock: lambdaClock }),
  draftLetter: makeDraftLetter({ records: stores.records, programme }),
  runner: openStepFunctionsRunner({ settle: settings.SETTLE_MACHINE_ARN }),
  policy: office.decisions,
  auditSample: office.auditSample,
  retention: retentionSchema.parse(office.retention),
  hostNames: 'any',
  ids: lambdaIds,
  secrets: randomSecrets,
  signIn: { by: 'provider', provider },
  publicUrl: settings.CONSOLE_URL,
  originalsAt: () => settings.ORIGINALS_URL,
});

export const handler = streamedAnswers(app);
