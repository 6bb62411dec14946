import { describe, expect, test } from 'vitest';
import { answerLanguage } from '#shared/rules/answers/answer-language.ts';
import { isClearlySpanish } from '#shared/rules/answers/mail-language.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

describe('whether a mail is surely in Spanish', () => {
  test.each([
    'Hola, adjunto mis certificados. Gracias.',
    'Buenos días: les envío el formulario y los certificados de este año. Saludos, Ana',
    'Estimados: aquí está mi informe con las horas de ética. ¿Falta algo? Muchas gracias.',
    'Buenas tardes\n\nQuiero saber si ya tienen mis papeles, por favor.\n\nRosa\n\nOn Mon, Dec 1, 2026 the office wrote:\n> Hello, thank you. We got your e-mail and the report form.',
    'Les mando el certificado de "Ethics for Peer Work" que me falta. Gracias por su ayuda.',
  ])('yes: %s', (text) => {
    expect(isClearlySpanish(text)).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['English', 'Hello, please find attached my report form and the certificates. Thank you.'],
    ['English with a greeting', 'Hola! Here are my papers for this year. Gracias, Maria de la Cruz'],
    ['a few words', 'Gracias'],
    ['a Spanish name and street', 'Maria de los Angeles, 12 Calle del Sol, New Orleans, LA'],
    [
      'both languages',
      'Hola, adjunto mis papeles, gracias. Hello, here are my papers, thank you for your help with this.',
    ],
    [
      'English above our Spanish letter',
      'Thanks, I will send it.\n> Hola:\n> Gracias. Recibimos su correo y los papeles.',
    ],
    ['Portuguese', 'Olá, envio em anexo os meus certificados para o relatório de este ano. Muito obrigado por tudo.'],
    ['Italian', 'Buongiorno, in allegato il mio certificato con le ore di formazione. Grazie per la risposta.'],
    ['French', 'Bonjour, je vous envoie mes papiers et les certificats de la formation. Merci.'],
    ['a list of titles', 'La Familia, El Camino, Los Pasos'],
  ])('no, so English: %s', (_what, text) => {
    expect(isClearlySpanish(text)).toBe(false);
  });
});

const louisiana = await programmeNamed('louisiana-rpss');
const wrote = { subject: 'Report', bodyText: 'Hola, adjunto mis certificados. Gracias.' };
const inEnglish = { subject: '', bodyText: 'Hello, my papers are attached.' };

describe('the language of an answer', () => {
  test('is the one the person asked for, whatever they write today', () => {
    expect(answerLanguage(louisiana, { asked: [aSpecialist({ language: 'es' })], wrote: inEnglish })).toBe('es');
    expect(answerLanguage(louisiana, { asked: [aSpecialist({ language: 'en' })], wrote })).toBe('en');
  });

  test('is that of the mail where nobody asked, and for a stranger', () => {
    expect(answerLanguage(louisiana, { asked: [aSpecialist({ language: null })], wrote })).toBe('es');
    expect(answerLanguage(louisiana, { asked: [], wrote })).toBe('es');
    expect(answerLanguage(louisiana, { asked: [], wrote: inEnglish })).toBe('en');
    expect(answerLanguage(louisiana, { asked: [], wrote: null })).toBe('en');
  });

  test('is read from the subject where there is nothing else', () => {
    const subject = 'Adjunto mis certificados y el formulario';
    expect(answerLanguage(louisiana, { asked: [], wrote: { subject, bodyText: ' ' } })).toBe('es');
  });

  test('of two people with one address is nobody’s wish', () => {
    const asked = [aSpecialist({ language: 'es' }), aSpecialist({ language: 'en' })];
    expect(answerLanguage(louisiana, { asked, wrote: inEnglish })).toBe('en');
  });

  test('is English where the programme writes nothing else', () => {
    const plain = { ...louisiana, reminders: null };
    expect(answerLanguage(plain, { asked: [aSpecialist({ language: 'es' })], wrote })).toBe('en');
  });
});
