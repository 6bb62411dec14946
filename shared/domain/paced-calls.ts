/** The figure of calls whose turn had not come. One name for all stages of an account: a Lambda's own name tells them apart. */
export const pacedCalls = {
  namespace: 'peer-credentials',
  metricName: 'PacedCalls',
  dimension: 'FunctionName',
} as const;
