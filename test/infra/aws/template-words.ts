import type { Template } from 'aws-cdk-lib/assertions';
import { z } from 'zod';

/** A value of a template as a person would say it. */
export type InWords = (value: unknown) => string;

const outputsSchema = z.object({
  Outputs: z
    .record(z.string(), z.looseObject({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() }))
    .default({}),
});
const intrinsicSchema = z.union([
  z.strictObject({ Ref: z.string() }),
  z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  z.strictObject({ 'Fn::ImportValue': z.string() }),
  z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }),
]);

/** "RecordTable9C5E1D0C" is the table; the eight characters are CDK's. */
const withoutHash = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, '').replace(/Default(?:Policy)?$/, '');
const isPseudo = (name: string) => name.startsWith('AWS::');

/** Resolves what one stack takes from another, so that the same thing has the same words everywhere. */
export function wordsOf(templates: readonly Template[]): InWords {
  const exported = new Map(
    templates.flatMap((template) => {
      const { Outputs } = outputsSchema.parse(template.toJSON());
      return Object.values(Outputs).flatMap(({ Value, Export }) => (Export ? [[Export.Name, Value] as const] : []));
    }),
  );
  const words: InWords = (value) => {
    if (typeof value === 'string') return value;
    const { data: intrinsic } = intrinsicSchema.safeParse(value);
    if (intrinsic === undefined) return objectInWords(value, words);
    if ('Fn::Join' in intrinsic) return intrinsic['Fn::Join'][1].map(words).join(intrinsic['Fn::Join'][0]);
    if (!('Fn::ImportValue' in intrinsic)) return nameOf(intrinsic);
    const name = intrinsic['Fn::ImportValue'];
    return exported.has(name) ? words(exported.get(name)) : name;
  };
  return words;
}

function nameOf(named: { Ref: string } | { 'Fn::GetAtt': [string, string] }): string {
  if ('Ref' in named) return isPseudo(named.Ref) ? `<${named.Ref.slice(5)}>` : withoutHash(named.Ref);
  const [id, attribute] = named['Fn::GetAtt'];
  return attribute === 'Arn' ? withoutHash(id) : `${withoutHash(id)}.${attribute}`;
}

/** A condition: {"StringEquals": {"aws:SourceAccount": …}} → StringEquals aws:SourceAccount=<AccountId>. */
function objectInWords(value: unknown, words: InWords): string {
  if (Array.isArray(value)) return value.map(words).join('|');
  if (value === null || typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([operator, tests]) => {
      const isTests = tests !== null && typeof tests === 'object' && !Array.isArray(tests);
      const said = isTests ? Object.entries(tests).map(([name, wanted]) => `${name}=${words(wanted)}`) : [words(tests)];
      return `${operator} ${said.sort().join(', ')}`;
    })
    .sort()
    .join(' and ');
}
