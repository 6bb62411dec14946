import { bundleFolder } from '#infra/aws/bundle-folder.ts';
import { makeIntakeApp } from '#infra/aws/intake-app.ts';

makeIntakeApp(bundleFolder).app.synth();
