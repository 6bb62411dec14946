import { describe, expect, it } from 'vitest';
import { aDeployment, resourcesOf, templatesOf } from './a-deployment.ts';
import { inParagraphs, permissionsOfRoles, permissionsOfThings } from './permission-table.ts';

const again = 'npx vitest run --config test/vitest.config.ts --root . test/infra/aws/permissions.test.ts -u';
const head = [
  '# Who may do what, in the stage prod: each role, then each thing that says itself who is let in.',
  '# Made from the templates. A line that changes here is a right that changes: look at it before you agree to it.',
  `# Made anew by: ${again}`,
];

const templates = Object.values(templatesOf(aDeployment('prod')));
const ofRoles = permissionsOfRoles(templates);
const ofThings = permissionsOfThings(templates);

/** Actions for which AWS names no resource, each acknowledged in infra/aws/acknowledgements.ts. */
const withoutResource = [
  /^xray:Put(?:TraceSegments|TelemetryRecords)$/,
  /^xray:GetSampling(?:Rules|Targets)$/,
  /^textract:(?:DetectDocumentText|AnalyzeDocument)$/,
  /^logs:(?:(?:Create|Get|Update|Delete|List)LogDeliver(?:y|ies)|(?:Put|Describe)ResourcePolic(?:y|ies)|DescribeLogGroups)$/,
];

describe('who may do what on AWS', () => {
  it('is what the table of rights says, line by line', async () => {
    const parts = [head.join('\n'), '## Roles', inParagraphs(ofRoles), '## Things', inParagraphs(ofThings)];

    await expect(`${parts.join('\n\n')}\n`, `A right changed. If it should, make the table anew: ${again}`)
      // -u writes it
      .toMatchFileSnapshot('./permissions.golden.txt');
  });

  it('is said without a star in any action of a role', () => {
    expect(ofRoles.length).toBeGreaterThan(200);
    expect(ofRoles.filter(({ action }) => action.includes('*'))).toEqual([]);
  });

  it('is never "everything", but where AWS knows no narrower word', () => {
    const everything = ofRoles.filter(({ resource }) => resource === '*').map(({ action }) => action);

    expect(everything.filter((action) => !withoutResource.some((known) => known.test(action)))).toEqual([]);
  });

  it('is refused to everybody who comes without TLS, at every bucket, queue and topic', () => {
    const kinds = ['AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::SNS::Topic'];
    const things = kinds.map((kind) => templates.flatMap((template) => Object.keys(resourcesOf(template, kind))));
    const refused = new Set(
      ofThings
        .filter(
          ({ who, effect, when }) => who === '*' && effect === 'Deny' && when === 'Bool aws:SecureTransport=false',
        )
        .map(({ resource }) => resource),
    );

    expect(things.map((all) => all.length > 0)).toEqual([true, true, true]);
    for (const id of things.flat()) expect(refused, id).toContain(id.replace(/[0-9A-F]{8}$/, ''));
  });

  it('is never given by a policy that AWS may widen on its own', () => {
    expect(ofRoles.filter(({ action }) => action === '(policy of AWS)')).toEqual([]);
  });
});
