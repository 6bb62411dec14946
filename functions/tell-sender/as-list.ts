/** Lines of a letter, one below the other. */
export const asList = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
