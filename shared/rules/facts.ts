import type { FactValue } from '#shared/domain/finding.ts';

/** hours: whole hundredths (250 is 2.5 h); count and year: whole numbers; day: yyyy-mm-dd; word: text; yes-no: boolean. */
export const factKinds = ['hours', 'count', 'year', 'day', 'word', 'yes-no'] as const;
export type FactKind = (typeof factKinds)[number];

type Fact = {
  readonly kind: FactKind;
  /** how the value comes about, for officer and developer */
  readonly from: string;
  /** what to call it when it is not known: "We do not know {missing} yet." */
  readonly inWords: string;
};

/** Everything a rule may ask. All facts are about one person in one report year. */
export const factCatalogue = {
  credential: {
    kind: 'word',
    from: 'The credential on the roster, by the word of the programme page.',
    inWords: 'which credential you hold',
  },
  'training year': {
    kind: 'year',
    from: 'The year in which the initial training was completed, from the roster.',
    inWords: 'when you finished your first training',
  },
  'report year': {
    kind: 'year',
    from: 'The year the report is about; given by whoever asks.',
    inWords: 'which year the report is about',
  },
  today: {
    kind: 'day',
    from: 'The day for which the question is asked, in the time zone of the programme.',
    inWords: 'the day of the check',
  },
  'last day of report year': {
    kind: 'day',
    from: 'December 31 of the report year where the year is the calendar year.',
    inWords: 'the last day of the report year',
  },
  'counted hours': {
    kind: 'hours',
    from: 'Sum of all counted credits of the year; undecided and not-counted credits add nothing.',
    inWords: 'your hours in total',
  },
  'ethics hours': {
    kind: 'hours',
    from: 'Sum of the counted credits in the ethics bucket.',
    inWords: 'your hours in ethics',
  },
  'core hours': {
    kind: 'hours',
    from: 'Sum of the counted credits in the core bucket.',
    inWords: 'your hours in the core skills of peer support',
  },
  'core hours with ethics surplus': {
    kind: 'hours',
    from: 'Core hours and the ethics hours above the ethics minimum of the year; worked out here when not given.',
    inWords: 'your core hours with extra ethics hours added',
  },
  'hours in review': {
    kind: 'hours',
    from: 'Sum of the hours of undecided credits; an undecided credit without readable hours makes it unknown.',
    inWords: 'the hours that a person still has to check',
  },
  'documents in review': {
    kind: 'count',
    from: 'Number of documents that are not read, or read but not decided.',
    inWords: 'the documents that a person still has to check',
  },
  'report form received': {
    kind: 'yes-no',
    from: 'Yes when a report form of this person for the year has come in.',
    inWords: 'whether your report form is here',
  },
  'attestation signed': {
    kind: 'yes-no',
    from: 'Yes when the ethics statement on the form is ticked and signed; unknown while the form is unread.',
    inWords: 'whether the ethics statement is signed',
  },
  'report day': {
    kind: 'day',
    from: 'The day the last needed document was received, by our clock, in the time zone of the programme.',
    inWords: 'the day all needed papers were here',
  },
  'mail dated': {
    kind: 'day',
    from: 'The day of the Date header of that mail in the time zone of the programme; evidence only.',
    inWords: 'the day your e-mail was written',
  },
  'reported by e-mail': {
    kind: 'yes-no',
    from: 'Yes when the report came to the inbox of the programme.',
    inWords: 'how your report reached us',
  },
  'trainings reported': {
    kind: 'count',
    from: 'Number of trainings on the report form, or on certificates where there is no form.',
    inWords: 'the trainings on your report form',
  },
  'trainings without certificate': {
    kind: 'count',
    from: 'Number of reported trainings that no certificate of this person fits.',
    inWords: 'which trainings have a certificate',
  },
  'trainings without guidance form': {
    kind: 'count',
    from: 'Number of trainings that are neither approved beforehand nor come with their guidance form.',
    inWords: 'which trainings need a guidance form',
  },
  'named excluded trainings': {
    kind: 'count',
    from: 'Number of reported trainings of a kind that the programme names as not accepted.',
    inWords: 'whether a training is of a kind that is not accepted',
  },
  'possible mandatory trainings': {
    kind: 'count',
    from: 'Number of reported trainings that look like a training required by an employer and are undecided.',
    inWords: 'whether a training was required by your job',
  },
  'clinical trainings': {
    kind: 'count',
    from: 'Number of undecided trainings whose title names clinical work outside the role of a peer.',
    inWords: 'whether a training fits the role of a peer',
  },
  'trainings with unclear topic': {
    kind: 'count',
    from: 'Number of undecided trainings whose title fits no topic list, or more than one.',
    inWords: 'what a training was about',
  },
  'trainings outside the year': {
    kind: 'count',
    from: 'Number of reported trainings finished before or after the report year.',
    inWords: 'when each training was finished',
  },
} as const satisfies Record<string, Fact>;

export type FactName = keyof typeof factCatalogue;
export type Facts = Readonly<Record<string, FactValue>>;

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(factCatalogue, name);
}

export function kindOfFact(name: FactName): FactKind {
  return factCatalogue[name].kind;
}
