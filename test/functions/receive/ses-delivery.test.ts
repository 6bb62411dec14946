import { describe, expect, it } from 'vitest';
import { sesDelivery } from '#functions/receive/ses-delivery.ts';

const receipt = [
  'Return-Path: <adele@example.com>',
  'Received: from mail.example.com (mail.example.com [203.0.113.7])',
  ' by inbound-smtp.us-east-1.amazonaws.com with SMTP id 3k1f9',
  ' for ce@peer-credentials.example;',
  ' Fri, 01 Jan 2027 05:59:59 +0000 (UTC)',
];
const older = 'Received: from laptop by mail.example.com; Thu, 31 Dec 2026 20:00:00 +0000';
const delivery = (lines: string[], createdAt = '2027-01-01T06:00:03.000Z') =>
  sesDelivery({
    raw: Buffer.from([...lines, 'Subject: x', '', 'y'].join('\r\n')),
    key: 'inbound/3k1f9',
    createdAt,
    recipients: ['inbox@peer-credentials.example'],
  });

describe('what SES saw of a mail', () => {
  it('B182: is read from the receipt SES wrote on top', () => {
    expect(delivery([...receipt, older]).envelope).toEqual({
      mailFrom: 'adele@example.com',
      recipients: ['ce@peer-credentials.example'],
      remoteAddress: '203.0.113.7',
      receivedAt: '2027-01-01T05:59:59.000Z',
      receivedBy: 'ses',
      takenAt: '2027-01-01T06:00:03.000Z',
    });
  });

  it('B184, B190: judges a mail taken one second before the deadline by that second, though the bucket had it four seconds later', () => {
    expect(delivery(receipt).envelope.receivedAt).toBe('2027-01-01T05:59:59.000Z');
  });

  it('B270: goes by that second also where the announcement came an hour later', () => {
    expect(delivery(receipt, '2027-01-01T07:00:00.000Z').envelope.receivedAt).toBe('2027-01-01T05:59:59.000Z');
  });

  it('never takes a date that another server wrote', () => {
    const { envelope } = delivery([older]);

    expect(envelope).toMatchObject({ receivedAt: '2027-01-01T06:00:03.000Z', receivedBy: 'bucket' });
    expect(envelope.recipients).toEqual(['inbox@peer-credentials.example']);
  });

  it('never takes a receipt that stands further down, where a sender can write one', () => {
    const { envelope } = delivery([older, 'X-Odd: 1', ...receipt]);

    expect(envelope).toMatchObject({ mailFrom: '', receivedAt: '2027-01-01T06:00:03.000Z' });
  });

  it('does not believe a stamp from the future or from days ago', () => {
    expect(delivery(receipt, '2026-12-31T00:00:00.000Z').envelope.receivedAt).toBe('2026-12-31T00:00:00.000Z');
    expect(delivery(receipt, '2027-01-09T00:00:00.000Z').envelope.receivedAt).toBe('2027-01-09T00:00:00.000Z');
  });

  it('knows an empty return path as nobody', () => {
    expect(delivery(['Return-Path: <>', ...receipt.slice(1)]).envelope.mailFrom).toBe('');
  });

  it('B256: goes by the name SES gave the delivery, so that an announcement that comes twice is known', () => {
    expect(delivery(receipt).deliveryId).toBe('inbound/3k1f9');
  });
});
