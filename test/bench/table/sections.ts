import type { Section } from './row.ts';

/** By the name that `--only` takes, in the order of the table (`scale` takes minutes and runs only where it is named); each is loaded only where it is run. */
export const sections: Readonly<Record<string, () => Promise<Section>>> = {
  mail: async () => (await import('./mail-section.ts')).mailSection,
  mime: async () => (await import('./mime-section.ts')).mimeSection,
  rules: async () => (await import('./rules-section.ts')).rulesSection,
  sweep: async () => (await import('./sweep-section.ts')).sweepSection,
  store: async () => (await import('./store-section.ts')).storeSection,
  console: async () => (await import('./console-section.ts')).consoleSection,
  start: async () => (await import('./start-section.ts')).startSection,
  lambda: async () => (await import('./lambda-section.ts')).lambdaSection,
  archive: async () => (await import('./archive-section.ts')).archiveSection,
  memory: async () => (await import('./memory-section.ts')).memorySection,
  cost: async () => (await import('./cost-section.ts')).costSection,
  scale: async () => (await import('./scale-section.ts')).scaleSection,
};
