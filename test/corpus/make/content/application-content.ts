import { type Guidance, guidanceFields } from '#test/fixtures/make/content.ts';
import type { Chance } from '../chance.ts';
import { dayAfter, dayIn, somebody, someCourse, somePlace, someSchool } from './world.ts';

const competencies = [
  'Provides support',
  'Supports recovery planning',
  'Values communication',
  'Helps peers to manage crises',
  'Personalizes peer support',
  'Shares lived experiences of recovery',
];
const reasons = [
  'It helps me listen better in my groups.',
  'I use these skills every week with the people I support.',
  'My agency is starting a new group and I will lead it.',
];
export const levels = ['High school diploma', 'GED', 'Some college', 'Associate degree', "Bachelor's degree"];

export type GuidanceContent = Guidance & { readonly isSigned: boolean };

export function someGuidance(chance: Chance): GuidanceContent {
  const [person, course] = [somebody(chance), someCourse(chance)];
  const hours = chance.pick(['1', '2', '2.5', '3', '1.5', '6']);
  const completedOn = dayIn(chance, 2026);
  return {
    ...{ legalName: person.legalName, email: person.email, courseTitle: course.title, provider: course.provider },
    ...{ completedOn, hours, ethicsHours: course.isEthics ? hours : '0' },
    ...{ competency: chance.pick(competencies), reason: chance.pick(reasons) },
    ...{ mandatoryForJob: chance.is(0.4), signatureDate: dayAfter(completedOn, chance.whole(1, 20)) },
    isSigned: chance.is(0.8),
  };
}

export const truthOfGuidance = (content: GuidanceContent) => ({
  ...guidanceFields(content),
  signaturePresent: content.isSigned,
});

export function someApplication(chance: Chance) {
  const person = somebody(chance);
  const isSigned = chance.is(0.85);
  return {
    ...{ legalName: person.legalName, email: person.email, phone: person.phone },
    ...{ dateOfBirth: dayIn(chance, chance.whole(1958, 2003)), parish: somePlace(chance) },
    ...{ educationLevel: chance.pick(levels), livedExperience: chance.is(0.8) },
    ...{ recoveryTwelveMonths: chance.is(0.8), caregiverExperienceMonths: String(chance.whole(8, 120)) },
    ...{ signaturePresent: isSigned, signatureDate: isSigned ? dayIn(chance, 2026) : null },
    employer: person.employer,
  };
}

export function someEducation(chance: Chance) {
  return {
    holderName: somebody(chance).legalName,
    institution: someSchool(chance),
    awardedOn: dayIn(chance, chance.whole(1985, 2022)),
  };
}
export type Education = ReturnType<typeof someEducation>;
