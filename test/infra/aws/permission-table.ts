import type { Template } from 'aws-cdk-lib/assertions';
import { z } from 'zod';
import { resourcesOf } from './a-deployment.ts';
import { type InWords, wordsOf } from './template-words.ts';

/** One line of the table: somebody may (or must not) do one thing to one thing. */
export type Permission = { who: string; effect: string; action: string; resource: string; when: string };

const oneOrMore = z.union([z.unknown().array(), z.unknown()]).transform((value): unknown[] => [value].flat());
const statementSchema = z.object({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat()),
  Resource: oneOrMore.optional(),
  Principal: z.unknown().optional(),
  Condition: z.unknown().optional(),
});
const documentSchema = z.object({ Statement: z.array(statementSchema) });
type Statement = z.infer<typeof statementSchema>;

const policySchema = z.object({ PolicyDocument: documentSchema, Roles: z.array(z.unknown()).min(1) });
const roleSchema = z.object({
  AssumeRolePolicyDocument: documentSchema,
  ManagedPolicyArns: z.array(z.unknown()).default([]),
  Policies: z.array(z.object({ PolicyDocument: documentSchema })).default([]),
});

/** Where a policy that hangs on a thing itself is found, and which of its properties names the thing. */
const ownPolicies = {
  'AWS::S3::BucketPolicy': { document: 'PolicyDocument', of: 'Bucket' },
  'AWS::SQS::QueuePolicy': { document: 'PolicyDocument', of: 'Queues' },
  'AWS::SNS::TopicPolicy': { document: 'PolicyDocument', of: 'Topics' },
  'AWS::KMS::Key': { document: 'KeyPolicy', of: null },
} as const;

/** What every role of the stacks may do, from the templates as they would be deployed. */
export function permissionsOfRoles(templates: readonly Template[]): Permission[] {
  const words = wordsOf(templates);
  return templates.flatMap((template) => {
    const roles = Object.entries(resourcesOf(template, 'AWS::IAM::Role')).flatMap(([id, { Properties }]) => {
      const role = roleSchema.parse(Properties);
      const who = words({ Ref: id });
      const worn = role.AssumeRolePolicyDocument.Statement.flatMap((statement) =>
        linesOf(statement, words, () => who).map((line) => ({ ...line, resource: principalOf(statement, words) })),
      );
      const managed = role.ManagedPolicyArns.map((arn) => {
        return { who, effect: 'Allow', action: '(policy of AWS)', resource: words(arn), when: '' };
      });
      const inline = role.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
      return [...worn, ...managed, ...inline.flatMap((statement) => linesOf(statement, words, () => who))];
    });
    const policies = Object.values(resourcesOf(template, 'AWS::IAM::Policy')).flatMap(({ Properties }) => {
      const { PolicyDocument, Roles } = policySchema.parse(Properties);
      return Roles.flatMap((role) =>
        PolicyDocument.Statement.flatMap((statement) => linesOf(statement, words, () => words(role))),
      );
    });
    return [...roles, ...policies];
  });
}

/** What the policies of buckets, queues, topics and keys themselves say: who else is let in, and what is refused to all. */
export function permissionsOfThings(templates: readonly Template[]): Permission[] {
  const words = wordsOf(templates);
  return templates.flatMap((template) =>
    Object.entries(ownPolicies).flatMap(([type, { document, of }]) =>
      Object.entries(resourcesOf(template, type)).flatMap(([id, { Properties }]) => {
        const thing = of === null ? words({ Ref: id }) : [Properties[of]].flat().map(words).join(' ');
        const { Statement } = documentSchema.parse(Properties[document]);
        return Statement.flatMap((statement) =>
          linesOf(statement, words, () => principalOf(statement, words)).map((line) =>
            // of a key, the star is the key itself
            type === 'AWS::KMS::Key' ? { ...line, resource: thing } : line,
          ),
        );
      }),
    ),
  );
}

function linesOf(statement: Statement, words: InWords, whose: () => string): Permission[] {
  const { Effect, Action, Resource = [''], Condition } = statement;
  const when = Condition === undefined ? '' : words(Condition);
  return Action.flatMap((action) =>
    Resource.map((resource) => ({ who: whose(), effect: Effect, action, resource: words(resource), when })),
  );
}

function principalOf({ Principal }: Statement, words: InWords): string {
  if (typeof Principal === 'string') return Principal;
  const named = z.record(z.string(), z.unknown()).parse(Principal ?? {});
  return Object.values(named).flat().map(words).sort().join(' ');
}

/** Sorted, one paragraph for each who, one line for each action: a change of a right is one line of a diff. */
export function inParagraphs(permissions: readonly Permission[]): string {
  const byWho = Map.groupBy(permissions, ({ who }) => who);
  return [...byWho]
    .map(([who, its]) => [who, ...linesInWords(its).sort()].join('\n'))
    .sort()
    .join('\n\n');
}

function linesInWords(permissions: readonly Permission[]): string[] {
  const kind = ({ effect, action, when }: Permission) => JSON.stringify([effect, action, when]);
  return [...Map.groupBy(permissions, kind).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const resources = [...new Set(same.map(({ resource }) => resource))].sort().join(', ');
    const never = first.effect === 'Allow' ? '' : 'NEVER ';
    return [`  ${never}${first.action} → ${resources}${first.when === '' ? '' : `   when ${first.when}`}`];
  });
}
