import { openSheet, type Sheet } from '#test/fixtures/make/sheet.ts';

/** Applications for a training in layouts of our own, each as a real PDF. Every name is made up. */
type Pen = { y: number; write: (text: string, x?: number, size?: number) => void; sheet: Sheet };

async function openPage(title: string): Promise<Pen> {
  const sheet = await openSheet(title);
  const pen: Pen = {
    y: 60,
    sheet,
    write: (text, x = 60, size = 10) => sheet.write(text, { x, y: pen.y }, { size }),
  };
  pen.write(title, 60, 16);
  pen.y += 40;
  return pen;
}

function yesOrNo({ sheet, write, y }: Pen, ticked: 'yes' | 'no' | null): void {
  sheet.tickBox({ x: 470, y: y - 8 }, ticked === 'yes');
  write('Yes', 484);
  sheet.tickBox({ x: 520, y: y - 8 }, ticked === 'no');
  write('No', 534);
}

/** Labels with colons and lines beside them, a list of degrees to tick, a question nobody answered. */
export async function listOfDegrees(): Promise<Uint8Array> {
  const pen = await openPage('Peer Support Specialist Training Application');
  for (const [label, value] of [
    ['Applicant name:', 'Jolie Ann Mouton'],
    ['Date of Birth:', '7/9/1985'],
    ['Email address:', 'jolie.m@example.org'],
    ['Daytime phone:', '(318) 555-0144'],
    ['Parish of residence:', 'Caddo Parish'],
  ] as const) {
    pen.write(label);
    pen.sheet.write(value, { x: 220, y: pen.y }, { face: 'mono', size: 10 });
    pen.sheet.rule({ x: 215, y: pen.y + 3 }, { x: 480, y: pen.y + 3 });
    pen.y += 26;
  }
  pen.write('Highest level of education completed (check one):');
  pen.y += 18;
  for (const degree of ['High school diploma', 'GED or HiSET', 'Associate degree', 'Bachelor’s degree or higher']) {
    pen.sheet.tickBox({ x: 80, y: pen.y - 8 }, degree === 'GED or HiSET');
    pen.write(degree, 96);
    pen.y += 16;
  }
  pen.y += 10;
  pen.write('Do you have personal lived experience with a mental health or substance use condition?');
  yesOrNo(pen, 'yes');
  pen.y += 24;
  pen.write('Have you maintained recovery for at least 12 continuous months?');
  yesOrNo(pen, 'no');
  pen.y += 24;
  pen.write('What strengths would you bring to this work?');
  pen.y += 30;
  pen.sheet.rule({ x: 60, y: pen.y }, { x: 550, y: pen.y });
  pen.y += 24;
  pen.write('Why are you applying now?');
  pen.y += 28;
  pen.write('I am ready.', 64);
  pen.sheet.rule({ x: 60, y: pen.y + 3 }, { x: 550, y: pen.y + 3 });
  pen.y += 40;
  pen.sheet.sign('Jolie Mouton', { x: 150, y: pen.y }, 120);
  pen.write('Signature:');
  pen.sheet.rule({ x: 120, y: pen.y + 3 }, { x: 330, y: pen.y + 3 });
  pen.write('Date:', 360);
  pen.write('11/02/2026', 400);
  pen.sheet.rule({ x: 392, y: pen.y + 3 }, { x: 500, y: pen.y + 3 });
  return pen.sheet.save();
}

/** A family application: small captions under the lines, or over them; a statement with one box to tick. */
export async function captionsAndLines(captions: 'over' | 'under'): Promise<Uint8Array> {
  const pen = await openPage('Application for Family Peer Support Specialist Training (RFPSS)');
  const pair = (left: readonly [string, string], right: readonly [string, string]) => {
    const print = () => {
      pen.write(left[0], 60, 8);
      pen.write(right[0], 340, 8);
    };
    if (captions === 'over') print();
    pen.y += captions === 'over' ? 16 : 0;
    pen.write(left[1], 62, 12);
    pen.write(right[1], 342, 12);
    pen.y += 4;
    pen.sheet.rule({ x: 60, y: pen.y }, { x: 310, y: pen.y });
    pen.sheet.rule({ x: 340, y: pen.y }, { x: 550, y: pen.y });
    pen.y += 10;
    if (captions === 'under') print();
    pen.y += captions === 'under' ? 24 : 6;
  };
  pair(['Print full name', 'Bernice Q. Falgout'], ['Date of birth', 'March 3, 1979']);
  pair(['E-mail', 'bq@example.com'], ['Telephone', '504-555-0191']);
  pair(['Parish', 'St. Landry'], ['Highest grade or degree completed', 'Some college']);
  pen.y += 14;
  pen.write('How long have you been the parent or primary caregiver of a child with complex needs?');
  pen.y += 20;
  pen.write('2 years and 6 months', 64, 12);
  pen.sheet.rule({ x: 60, y: pen.y + 4 }, { x: 550, y: pen.y + 4 });
  pen.y += 30;
  pen.sheet.tickBox({ x: 62, y: pen.y - 8 }, true);
  pen.write('I have lived experience as the parent of a child with behavioral health needs.', 80);
  pen.y += 34;
  pair(['Signature of applicant', 'Bernice Q. Falgout'], ['Date signed', '10/30/2026']);
  return pen.sheet.save();
}

/** Nothing but numbered lines of type. */
export async function numberedLines(): Promise<Uint8Array> {
  const pen = await openPage('RFPSS Training Application');
  for (const line of [
    '1. Your full legal name: Opal Dugas',
    '2. Date of birth: 01/05/1990',
    '3. E-mail: opal@example.com',
    '4. Phone number: 985-555-0123',
    '5. Parish: Terrebonne',
    '6. Education: GED',
    '7. Caregiver experience: from 03/2022 to 09/2025',
    '8. Do you have lived experience as a caregiver? Yes',
    '9. What supports helped your family most?',
    '10. What do you hope to learn?',
    'Signature: Opal Dugas     Date signed: 11/03/2026',
  ]) {
    pen.write(line);
    pen.y += 24;
  }
  return pen.sheet.save();
}

/** Cells with their captions in the corner, brackets for boxes. */
export async function cellsAndBrackets(): Promise<Uint8Array> {
  const pen = await openPage('TRAINING APPLICATION - RECOGNIZED PEER SUPPORT SPECIALIST');
  const cells = [
    [
      ['NAME', 'Keisha L. Robertson'],
      ['DATE OF BIRTH', '02-17-1991'],
    ],
    [
      ['EMAIL', 'krob@example.net'],
      ['CELL PHONE', '225 555 0170'],
    ],
    [
      ['PARISH WHERE YOU LIVE', 'East Baton Rouge'],
      ['EDUCATION', 'Bachelor of Arts'],
    ],
  ] as const;
  for (const row of cells) {
    for (const [i, [caption, value]] of row.entries()) {
      const x = 50 + i * 250;
      pen.sheet.frame({ x, y: pen.y, width: 250, height: 34 });
      pen.sheet.write(caption, { x: x + 3, y: pen.y + 9 }, { size: 7 });
      pen.sheet.write(value, { x: x + 6, y: pen.y + 27 }, { size: 11, face: 'mono' });
    }
    pen.y += 34;
  }
  pen.y += 30;
  pen.write('Do you identify as a person with lived experience?   [X] Yes   [ ] No', 50);
  pen.y += 22;
  pen.write('How long have you been in recovery?  4 years', 50);
  pen.y += 22;
  pen.write('Signed: /s/ Keisha Robertson      Date: 2026-11-19', 50);
  return pen.sheet.save();
}

/** A letterhead over the title, a subtitle as tall, and the class that is wished. */
export async function letterheadAndClass(wish: string): Promise<Uint8Array> {
  const pen = await openPage('Ohio Department of Behavioral Health');
  pen.write('Application for Training', 60, 16);
  pen.y += 22;
  pen.write('Certified Peer Supporter', 60, 15);
  pen.y += 40;
  for (const [label, value] of [
    ['Full legal name:', 'Jolie Ann Mouton'],
    ['Date of birth:', '07/09/1985'],
    ['E-mail:', 'jolie.m@example.org'],
    ['Phone:', '(318) 555-0144'],
    ['Parish:', 'St. Landry, XY 70570'],
    ['Preferred class date:', wish],
  ] as const) {
    pen.write(label);
    pen.sheet.write(value, { x: 220, y: pen.y }, { face: 'mono', size: 10 });
    pen.sheet.rule({ x: 215, y: pen.y + 3 }, { x: 560, y: pen.y + 3 });
    pen.y += 26;
  }
  return pen.sheet.save();
}
