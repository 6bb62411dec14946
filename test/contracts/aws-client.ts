/** Client settings for a server that believes everybody. */
export function clientOf(endpoint: string) {
  const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
  return { endpoint, region: 'us-east-1', credentials, maxAttempts: 1 };
}
