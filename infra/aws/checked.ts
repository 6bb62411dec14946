import { type App, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks } from 'cdk-nag';
import { acceptFindings } from '#infra/aws/accepted-findings.ts';

/** The same app, which now refuses to synthesise while a finding of the three packs of checks is not acknowledged. */
export function checked(app: App): App {
  acceptFindings(app);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new NIST80053R5Checks(app), new HIPAASecurityChecks(app));
  return app;
}
