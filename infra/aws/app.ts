import { makeIntakeApp } from '#infra/aws/intake-app.ts';

makeIntakeApp().app.synth();
