import type { DeskPolicy } from '#functions/desk/four-eyes.ts';
import type { WhatIf } from '#functions/desk/try-out.ts';
import type { DecisionAction } from '#shared/domain/decision.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { LetterTo } from '#shared/domain/letter-to.ts';
import type { Retention } from '#shared/domain/retention.ts';
import type { Clock, Ids } from '#shared/ports/clock.ts';
import type { DocumentReader } from '#shared/ports/document-reader.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { LetterPrinter } from '#shared/ports/letter-printer.ts';
import type { RecordSnapshots } from '#shared/ports/record-snapshots.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { PasswordHasher, Secrets } from '#shared/ports/secrets.ts';
import type { SignInProvider } from '#shared/ports/sign-in-provider.ts';
import type { WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import type { TrainingClass } from '#shared/rules/applications-page.ts';
import type { Book } from '#shared/rules/compare/compare-programmes.ts';
import type { AskTonight } from '#shared/rules/reminders/tonight.ts';

/** A file the browser needs (style, font, icon). `name` is as in the address below `/assets/`. */
export type Asset = { bytes: Uint8Array; mediaType: string };
export type AssetReader = (name: string) => Promise<Asset | null>;

/** One page of the programme, as it stands in the programme's folder: a rule, or a page that rules rest on. */
export type RulePage = {
  /** e.g. continuing-education/ethics-hours.rule.md */
  page: string;
  text: string;
  /** the rule's id; none on a page that is no rule */
  number?: string;
  /** the day since which the page is only tried out */
  shadowSince?: string;
  /** the verdict that came out for each example of the page */
  asRun?: readonly string[];
};

export type ProgrammeFacts = {
  /** the title of programme.md: stands in the header of every page */
  name: string;
  /** IANA name; every instant is shown in it */
  timeZone: string;
  rulePages: readonly RulePage[];
  /** classes that a person has set; left out where the programme takes no applications */
  classes?: readonly TrainingClass[];
  /** the programme itself, for judging and printing; absent where a desk was given no whole programme */
  book?: Book;
};

/** Programmes that somebody proposes, by the name of their folder. */
export type ProposedRules = {
  /** where they are looked for, in words for the reader */
  where: string;
  names(): Promise<string[]>;
  /** by path inside the folder; null when there is no such proposal */
  pages(name: string): Promise<Readonly<Record<string, string>> | null>;
};

type OpenedFile = { bytes: Uint8Array; mediaType: string };

/**
 * Draws a page for the reviewer. `drawAsRead` shows a page that was read from its picture as the reader saw it;
 * `turned` is how its reading says that it was set upright.
 */
export type PageDrawer = Pick<DocumentReader, 'draw'> & {
  drawAsRead?: (file: OpenedFile, page: number, turned: number) => Promise<Uint8Array | null>;
};

/** Who knows people here: local accounts with passwords, or a provider of the office. */
export type SignIn = { by: 'password'; passwords: PasswordHasher } | { by: 'provider'; provider: SignInProvider };

export type ConsoleDeps = {
  records: RecordStore;
  /** for files that leave: their counts add up, though others decide meanwhile */
  snapshots: RecordSnapshots;
  files: FileStore;
  documentReader: PageDrawer;
  assets: AssetReader;
  clock: Clock;
  letterPrinter: LetterPrinter;
  programme: ProgrammeFacts;
  proposedRules: ProposedRules;
  /**
   * Host names the console answers to, or 'any' where a gateway in front has checked it. Without this a page of a
   * stranger could give its own name our loopback address (DNS rebinding) and read every case.
   */
  hostNames: readonly string[] | 'any';
  ids: Ids;
  /** how a mail would be judged with drafts laid over it; writes nothing */
  whatIf: WhatIf;
  /** who would be reminded by which letter, if the night were now */
  tonight: AskTonight;
  /** starts what carries a decision out */
  runner: WorkflowRunner;
  policy: DeskPolicy;
  /** how many are drawn for an audit where the programme's pages name no share, and by which words */
  auditSample: { percent: number; seed: string };
  /** the office's own letter for a decision, to be edited; null when nobody is to be told */
  draftLetter: (asked: {
    submissionId: SubmissionId;
    action: DecisionAction;
    judgement: Judgement;
  }) => Promise<LetterTo | null>;
  /** how long what is kept */
  retention: Retention;
  secrets: Secrets;
  signIn: SignIn;
  /** https://desk.example.org where something in front ends the encryption; null where browsers reach this app itself. */
  publicUrl: string | null;
  /**
   * The origin that hands out what strangers sent, for a browser that asked this desk at an address. Null: the desk hands it
   * out itself, as a download in a sandbox.
   */
  originalsAt: ((asked: URL) => string) | null;
};
