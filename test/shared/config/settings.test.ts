import { describe, expect, it } from 'vitest';
import { lambdaSettingNames, readLambdaSettings, readLocalSettings } from '#shared/config/settings.ts';

describe('the settings of one machine', () => {
  it('B286: need nothing: everything has a default that stays on this machine', () => {
    expect(readLocalSettings({}, [])).toEqual({
      dataFolder: './data',
      host: '127.0.0.1',
      smtpPort: 2525,
      console: { host: '127.0.0.1', port: 8080, publicUrl: null, provider: null, originals: { port: 0, url: null } },
      recipients: ['ce@peer-credentials.localhost'],
      mailFrom: 'ce@peer-credentials.localhost',
      mailOut: { to: 'folder', folder: './data/outbox' },
      rosterCsv: null,
      approvedCsv: null,
      programmeFolder: 'shared/rules/programmes/louisiana-rpss',
      proposedRulesFolder: 'shared/rules/proposed',
      textReader: 'embedded',
      secondReader: 'embedded',
      readers: null,
      receiptTime: 'clock',
      decisions: { undoSeconds: 60, secondShare: 0.05 },
      clamd: null,
      whenUnscanned: 'person',
      senderCheck: { by: 'receipt', relays: ['127.0.0.1', '::1'] },
    });
  });

  it('come from the environment, and a flag wins', () => {
    const env = { DATA_FOLDER: '/srv/env', SMTP_PORT: '25', MAIL_RECIPIENTS: 'a@example.org, b@example.org' };
    const settings = readLocalSettings(env, ['--data', '/srv/flag', '--roster=people.csv']);
    expect(settings).toMatchObject({
      dataFolder: '/srv/flag',
      smtpPort: 25,
      recipients: ['a@example.org', 'b@example.org'],
      rosterCsv: 'people.csv',
      mailOut: { folder: '/srv/flag/outbox' },
    });
  });

  it('say how long a decision can be taken back, and which share a second person looks at, over what the office says', () => {
    const { decisions } = readLocalSettings({ SECOND_SHARE: '0.5' }, ['--undo-seconds', '20']);
    expect(decisions).toEqual({ undoSeconds: 20, secondShare: 0.5 });
  });

  it.each([
    ['--undo-seconds', '0'],
    ['--undo-seconds', '61'],
    ['--second-share', '1.5'],
    ['--second-share', 'half'],
  ])('refuse what is no such time or share: %s %s', (flag, value) => {
    expect(() => readLocalSettings({}, [flag, value])).toThrow(
      /(UNDO_SECONDS|SECOND_SHARE).*(1 to 60 seconds|from 0 to 1)/,
    );
  });

  it('B208: let the console listen elsewhere only behind TLS and with sign-in by a provider', () => {
    const oidc = { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'desk' };
    const publicUrl = { CONSOLE_URL: 'https://desk.example.org/' };
    expect(() => readLocalSettings({}, ['--console-host', '0.0.0.0'])).toThrow(/needs TLS in front, with CONSOLE_URL/);
    expect(() => readLocalSettings({ CONSOLE_HOST: '0.0.0.0', ...publicUrl }, [])).toThrow(/OIDC_ISSUER/);
    expect(() => readLocalSettings({ CONSOLE_HOST: '0.0.0.0', ...oidc }, [])).toThrow(/CONSOLE_URL/);
    expect(() => readLocalSettings({ CONSOLE_URL: 'http://desk.example.org' }, [])).toThrow(/https/);
    expect(() => readLocalSettings({ OIDC_ISSUER: 'https://id.example.org', ...publicUrl }, [])).toThrow(/go together/);
    expect(readLocalSettings({ CONSOLE_HOST: '0.0.0.0', ...oidc, ...publicUrl }, []).console).toEqual({
      host: '0.0.0.0',
      port: 8080,
      publicUrl: 'https://desk.example.org',
      provider: { issuer: 'https://id.example.org', clientId: 'desk', clientSecret: null, groupsClaim: 'groups' },
      originals: null,
    });
  });

  it('name the readers of scans and photos', () => {
    expect(readLocalSettings({ TEXT_READER: 'none' }, []).textReader).toBe('none');
    expect(readLocalSettings({}, ['--text-reader', 'none']).textReader).toBe('none');
    expect(readLocalSettings({ SECOND_READER: 'none' }, []).secondReader).toBe('none');
    expect(readLocalSettings({}, ['--second-reader', 'none']).secondReader).toBe('none');
  });

  it('say where clamd listens, and what becomes of what it could not look at', () => {
    expect(readLocalSettings({ CLAMD: '/run/clamav/clamd.ctl' }, []).clamd).toEqual({ path: '/run/clamav/clamd.ctl' });
    expect(readLocalSettings({}, ['--clamd', '[::1]:3310']).clamd).toEqual({ path: null, host: '::1', port: 3310 });
    expect(readLocalSettings({}, ['--clamd', 'clamd:3310', '--when-unscanned', 'go-on'])).toMatchObject({
      clamd: { path: null, host: 'clamd', port: 3310 },
      whenUnscanned: 'go-on',
    });
    expect(() => readLocalSettings({ CLAMD: 'clamd' }, [])).toThrow(/--clamd .* takes host:port of clamd/);
    expect(() => readLocalSettings({ WHEN_UNSCANNED: 'ignore' }, [])).toThrow(/person or go-on/);
  });

  it('say how many pages are read at once', () => {
    expect(readLocalSettings({ READERS: '4' }, []).readers).toBe(4);
    expect(readLocalSettings({ READERS: '4' }, ['--readers', '1']).readers).toBe(1);
  });

  it('treat an empty variable as one that is not set', () => {
    expect(readLocalSettings({ SMTP_PORT: '', MAIL_RELAY: '' }, []).smtpPort).toBe(2525);
  });

  it.each([
    ['smtp://relay.example.org', { host: 'relay.example.org', port: 25, isSecure: false, login: null }],
    [
      'smtps://desk:p%40ss@relay.example.org',
      { host: 'relay.example.org', port: 465, isSecure: true, login: { user: 'desk', password: 'p@ss' } },
    ],
    ['smtp://127.0.0.1:2526', { host: '127.0.0.1', port: 2526, isSecure: false, login: null }],
  ])('read the relay %s', (url, relay) => {
    expect(readLocalSettings({ MAIL_RELAY: url }, []).mailOut).toEqual({ to: 'relay', ...relay });
  });

  it.each([
    [{ SMTP_PORT: 'twenty-five' }, 'SMTP_PORT'],
    [{ CONSOLE_PORT: '99999' }, 'CONSOLE_PORT'],
    [{ MAIL_RELAY: 'https://relay.example.org' }, 'MAIL_RELAY'],
    [{ MAIL_RECIPIENTS: 'not an address' }, 'MAIL_RECIPIENTS'],
    [{ TEXT_READER: 'oracle' }, 'TEXT_READER'],
    [{ SECOND_READER: 'oracle' }, 'SECOND_READER'],
    [{ READERS: '0' }, 'READERS'],
  ])('refuse %j in a sentence that names it and not its value', (env, name) => {
    const start = () => readLocalSettings(env, []);
    expect(start).toThrowError(expect.objectContaining({ name: 'GiveUp' }));
    expect(start).toThrowError(`The program cannot start: ${name} is not what it should be.`);
  });

  it('refuse a flag that nobody knows', () => {
    expect(() => readLocalSettings({}, ['--dta', 'x'])).toThrowError(/^There is no flag --dta\..*--data/s);
  });
});

describe('the settings of a Lambda', () => {
  const arn = 'arn:aws:states:us-east-1:123456789012:stateMachine:intake';

  it('are those it names, and no others are read', () => {
    const env = { TABLE_NAME: 'records', BUCKET_NAME: 'files', STATE_MACHINE_ARN: 'nonsense' };
    expect(readLambdaSettings(['TABLE_NAME', 'BUCKET_NAME'], env)).toEqual({
      TABLE_NAME: 'records',
      BUCKET_NAME: 'files',
    });
    expect(readLambdaSettings(['STATE_MACHINE_ARN'], { STATE_MACHINE_ARN: arn })).toEqual({ STATE_MACHINE_ARN: arn });
  });

  it('B289: name everything that is missing before the first event', () => {
    expect(() => readLambdaSettings(['TABLE_NAME', 'BUCKET_NAME', 'MAIL_FROM'], { BUCKET_NAME: 'files' })).toThrowError(
      'The program cannot start: TABLE_NAME, MAIL_FROM missing.',
    );
  });

  it('refuse a value that cannot be one', () => {
    const env = { STATE_MACHINE_ARN: 'intake' };
    expect(() => readLambdaSettings(['STATE_MACHINE_ARN'], env)).toThrowError(
      'STATE_MACHINE_ARN is not what it should be',
    );
    expect(() => readLambdaSettings(['READING_CEILING'], { READING_CEILING: '-1' })).toThrowError('READING_CEILING');
  });

  it('say in dollars what reading one mail may cost', () => {
    expect(readLambdaSettings(['READING_CEILING'], { READING_CEILING: '0.50' })).toEqual({ READING_CEILING: 0.5 });
  });

  it('are all known by name to whoever deploys them', () => {
    expect(lambdaSettingNames).toContain('TABLE_NAME');
    expect(lambdaSettingNames).toContain('STATE_MACHINE_ARN');
  });
});
