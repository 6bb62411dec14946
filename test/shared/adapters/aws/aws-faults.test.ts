import { describe, expect, it } from 'vitest';
import { faultOf } from '#shared/adapters/aws/aws-faults.ts';
import { Paced } from '#shared/domain/faults.ts';

const said = (name: string, message = '') => ({ name, message, $metadata: { httpStatusCode: 400 } });
const noRight = 'User: role is not authorized to perform: kms:Decrypt on the resource of Dana Fontenot';

describe('what AWS says of a key', () => {
  it.each([
    ['S3', said('KMS.DisabledException')],
    ['S3, of a key that is to be deleted', said('KMS.KMSInvalidStateException')],
    ['SQS', said('KmsDisabled')],
    ['Step Functions', said('KmsInvalidStateException')],
    ['others', said('KMSNotFoundException')],
    ['who lost the right to it', said('AccessDenied', noRight)],
    ['the table, to who lost the right to it', said('AccessDeniedException', noRight)],
  ])('B268: as %s says it, spends no try, is named, and repeats nothing', (_who, error) => {
    const fault = faultOf(error);

    expect(fault).toBeInstanceOf(Paced);
    expect(fault.name).toBe('KeyRefused');
    expect(fault.message).not.toContain('Fontenot');
  });

  it('is something else where a key only lets so many ask, or where another right is missing', () => {
    expect(faultOf(said('KMSThrottlingException')).name).toBe('Paced');
    expect(faultOf(said('AccessDenied', 'not authorized to perform: s3:GetObject')).name).toBe('GiveUp');
  });
});
