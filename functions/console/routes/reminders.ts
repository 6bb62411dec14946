import { makeMailStops } from '#functions/desk/mail-stops.ts';
import { segments } from '#shared/domain/segment.ts';
import { pageOfHeldLetters, waitingLetters } from '#shared/records/letter-records.ts';
import { listOpenStopRequests, pageOfMailStops } from '#shared/records/mail-stop-records.ts';
import type { RosterPlace } from '#shared/rules/reminders/tonight.ts';
import { readForm, textIn } from '../access/read-form.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { tonightPage } from '../pages/tonight-page.ts';
import { personAddress } from '../people/person-address.ts';

/** So many of each list on the page; the rest is counted or found on the pages of the people. */
const shownMost = 50;

/** The letters of the coming night before they go, and what a person says of an address or of who wants none. */
export function reminderRoutes(deps: ConsoleDeps): Pick<Handlers, 'tonight' | 'answerMail'> {
  const { records } = deps;
  const mailStops = makeMailStops(deps);
  return {
    async tonight(context) {
      const from = placeIn(context.req.query('segment'), context.req.query('after'));
      const content = {
        tonight: await deps.tonight(from),
        waiting: await waitingLetters(records, shownMost),
        held: (await pageOfHeldLetters(records, { limit: shownMost })).letters,
        stops: (await pageOfMailStops(records, { limit: shownMost })).stops,
        requests: await listOpenStopRequests(records),
      };
      return context.html(tonightPage(context.var.frame, content));
    },
    async answerMail(context) {
      const { asker } = context.var;
      const { specialistId } = context.req.param();
      if (asker === null) return context.notFound();
      const form = await readForm(context);
      const who = asker.staff.staffId;
      const wanted = textIn(form, 'do');
      const answer =
        wanted === 'over'
          ? await mailStops.callOver({
              specialistId,
              who,
              address: textIn(form, 'address'),
              reason: textIn(form, 'reason'),
            })
          : wanted === 'stop' || wanted === 'dismiss'
            ? await mailStops.answerRequest({
                specialistId,
                who,
                submissionId: textIn(form, 'submissionId'),
                isStopped: wanted === 'stop',
              })
            : 'nothing-to-do';
      return context.redirect(`${personAddress(specialistId)}?${new URLSearchParams({ said: answer })}#reminders`, 303);
    },
  };
}

function placeIn(segment = '', after = ''): RosterPlace {
  const known = segments.find((each) => each === segment) ?? segments[0] ?? '';
  const isId = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(after);
  return { segment: known, after: isId ? after : null };
}
