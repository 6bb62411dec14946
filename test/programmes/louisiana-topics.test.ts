import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { classifyTraining } from '#shared/rules/topic.ts';
import { titles } from './titles.ts';

const folder = join(import.meta.dirname, '..', '..', 'shared', 'rules', 'programmes', 'louisiana-rpss');
const programme = await readProgrammeFolder(folder);

describe('what a training is about', () => {
  for (const [expected, list] of Object.entries(titles)) {
    for (const title of list) {
      it(`"${title}" is ${expected}`, () => {
        const { bucket, exclusion, why } = classifyTraining(programme, { title });

        expect(exclusion === 'none' ? (bucket ?? 'ask') : exclusion).toBe(expected);
        expect(why).not.toBe('');
      });
    }
  }

  it('a claim that the title does not bear out goes to a person', () => {
    expect(
      classifyTraining(programme, { title: 'Trauma-Informed Peer Practice', claimedCategory: 'ethics' }).bucket,
    ).toBeNull();
    expect(classifyTraining(programme, { title: 'HIPAA Compliance', claimedCategory: 'ethics' }).exclusion).toBe(
      'look-alike',
    );
  });

  it('a title that fits both is settled by the report form, and only then', () => {
    const title = 'Boundaries and Self-Care';

    expect(classifyTraining(programme, { title }).bucket).toBeNull();
    expect(classifyTraining(programme, { title, claimedCategory: 'core' }).bucket).toBe('core');
    expect(classifyTraining(programme, { title, claimedCategory: 'ethics' }).bucket).toBe('ethics');
  });

  it('a course of the board of ethics is asked about, whatever its title', () => {
    const training = {
      title: 'Ethics: the Yearly Hour',
      provider: 'State Board of Ethics',
      claimedCategory: 'ethics' as const,
    };

    expect(classifyTraining(programme, training)).toMatchObject({ exclusion: 'look-alike', bucket: null });
  });

  it('a description can raise a doubt and give context, and grants nothing by itself', () => {
    const doubt = { title: 'Confidentiality 101', description: 'Required HIPAA compliance for all staff' };

    expect(classifyTraining(programme, doubt).exclusion).toBe('look-alike');
    expect(classifyTraining(programme, { title: 'Leadership 101', description: 'For peers in recovery' }).bucket).toBe(
      'core',
    );
    expect(classifyTraining(programme, { title: 'Part Two', description: 'Ethics for peers' }).bucket).toBeNull();
  });

  it('says which words of which list decided, and where the list comes from', () => {
    const found = classifyTraining(programme, { title: 'Annual Bloodborne Pathogens' });

    expect(found.matchedWords).toEqual(['bloodborne pathogen*']);
    expect(found.list).toBe('Trainings named by the programme');
    expect(found.citation).toContain('LA-CE-08');
  });

  it('reads a title as long as a book in a moment', () => {
    const started = performance.now();

    classifyTraining(programme, {
      title: 'ethics sexual '.repeat(100_000),
      description: 'harassment '.repeat(100_000),
    });

    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
