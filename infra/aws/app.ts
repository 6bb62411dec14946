import { bundleFolder } from '#infra/aws/bundle-folder.ts';
import { checked } from '#infra/aws/checked.ts';
import { makeIntakeApp } from '#infra/aws/intake-app.ts';

checked(makeIntakeApp(bundleFolder).app).synth();
