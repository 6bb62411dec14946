import type { CodeFact } from './vocabulary.ts';

/** What a rule about an application may ask. Of a person's own story only that it was told is kept, never what. */
export const applicationFacts = {
  'received on': {
    kind: 'day',
    from: 'The day the application was received, by our clock, in the time zone of the programme.',
    inWords: 'when the application came',
  },
  'born on': {
    kind: 'day',
    from: 'The date of birth on the application.',
    inWords: 'your date of birth',
  },
  'age on receipt': {
    kind: 'count',
    from: 'Full years from the date of birth to the day of receipt; who was born on February 29 is a year older on March 1.',
    inWords: 'your age',
    missing: { one: 'year of age', many: 'years of age' },
  },
  'age a year later': {
    kind: 'count',
    from: 'The age on receipt and one: who reaches the age within twelve months is looked at by a person.',
    inWords: 'your age',
  },
  'diploma stated': {
    kind: 'yes-no',
    from: 'Yes when the application says high school diploma, GED or more.',
    inWords: 'which school you finished',
  },
  'education evidence attached': {
    kind: 'yes-no',
    from: 'Yes when a diploma, degree or transcript came with the application; unknown while a paper is unread.',
    inWords: 'whether a copy of your diploma is here',
    missing: { one: 'a copy of your highest diploma', many: 'a copy of your highest diploma' },
  },
  'questions without answer': {
    kind: 'count',
    from: 'Questions of the application that are left empty; unknown where a page cannot be read.',
    inWords: 'whether every question has an answer',
    missing: { one: 'answer on the application', many: 'answers on the application' },
  },
  'application signed': {
    kind: 'yes-no',
    from: 'Yes when the application bears a signature or a typed name in its place.',
    inWords: 'whether the application is signed',
    missing: { one: 'your signature on the application', many: 'your signature on the application' },
  },
  'lived experience stated': {
    kind: 'yes-no',
    from: 'Yes when the applicant ticks the statement. Nothing more about it is kept.',
    inWords: 'whether the statement on your own experience is made',
  },
  'recovery year stated': {
    kind: 'yes-no',
    from: 'Yes when the applicant ticks the statement of twelve months. No date is kept or counted.',
    inWords: 'whether the statement on twelve months is made',
  },
  'caregiver months stated': {
    kind: 'count',
    from: 'Months as parent or caregiver as stated on the application; no name and no diagnosis of a child.',
    inWords: 'how long you have been a parent or caregiver',
  },
  'came to the place for applications': {
    kind: 'yes-no',
    from: 'Yes when the application came to the address that the programme names for applications.',
    inWords: 'where the application was sent',
  },
} as const satisfies Record<string, CodeFact>;
