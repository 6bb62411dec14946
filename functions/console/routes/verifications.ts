import { makeSecondVerification } from '#functions/desk/second-verification.ts';
import { makeVerificationLetter, type VerificationAnswer } from '#functions/desk/verification-letter.ts';
import { asAttachment } from '#shared/domain/as-attachment.ts';
import { isDay } from '#shared/domain/calendar.ts';
import { waitsForSecond } from '#shared/domain/verification.ts';
import { noteLetterTaken } from '#shared/records/person-history-records.ts';
import { listVerifications } from '#shared/records/verification-records.ts';
import { readForm, textIn } from '../access/read-form.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { personAddress } from '../people/person-address.ts';
import { activeOnDay, viewPerson } from '../people/person-view.ts';

type Names = 'makeVerification' | 'secondVerification' | 'verification';

/** Letters to employers: made only by somebody of the office who says for whom and why, and each download is noted. */
export function verificationRoutes(deps: ConsoleDeps): Pick<Handlers, Names> {
  const [makeLetter, agree] = [makeVerificationLetter(deps), makeSecondVerification(deps)];
  return {
    async makeVerification(context) {
      const { asker } = context.var;
      const view = await viewPerson(deps, context.req.param('specialistId'));
      if (view === null || asker === null) return context.notFound();
      const form = await readForm(context);
      const day = textIn(form, 'day');
      const back = (said: string) =>
        context.redirect(
          `${personAddress(view.specialist.specialistId)}?${new URLSearchParams({ on: day, said })}#letters`,
          303,
        );
      const active = isDay(day) ? activeOnDay(deps, view, day) : null;
      const programme = deps.programme.book?.programme;
      if (active === null || programme === undefined) return back('no-day');
      if (textIn(form, 'allowed') !== 'yes') return back('not-allowed');
      const said = { askedBy: textIn(form, 'askedBy'), why: textIn(form, 'why') };
      const { answer }: VerificationAnswer = await makeLetter({
        programme,
        specialist: view.specialist,
        active,
        ...said,
        who: asker.staff.staffId,
      });
      return back(answer);
    },
    async secondVerification(context) {
      const { asker } = context.var;
      const { specialistId, code } = context.req.param();
      if (asker === null) return context.notFound();
      const { answer } = await agree({ specialistId, code, who: asker.staff.staffId });
      if (answer === 'no-such-letter') return context.notFound();
      return context.redirect(`${personAddress(specialistId)}?${new URLSearchParams({ said: answer })}#letters`, 303);
    },
    async verification(context) {
      const { asker } = context.var;
      const { specialistId, code } = context.req.param();
      const found = (await listVerifications(deps.records, specialistId)).find((one) => one.code === code);
      if (found === undefined || asker === null) return context.notFound();
      if (waitsForSecond(found))
        return context.redirect(`${personAddress(specialistId)}?said=waits-for-second#letters`, 303);
      const bytes = await deps.files.read(found.fileKey);
      const entry = {
        at: deps.clock.now(),
        by: 'person',
        action: 'verification-downloaded',
        codes: [code],
        who: asker.staff.staffId,
      } as const;
      await noteLetterTaken(deps.records, specialistId, { ...entry, codes: [code] });
      context.header('content-type', 'application/pdf');
      context.header('content-disposition', asAttachment(`verification-${code}.pdf`));
      return context.body(Uint8Array.from(bytes));
    },
  };
}
