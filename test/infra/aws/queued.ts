/** An announcement as EventBridge puts it into the queue. */
export const queued = (key: string, time: string) => ({
  Records: [
    { messageId: 'm1', body: JSON.stringify({ time, detail: { bucket: { name: 'records' }, object: { key } } }) },
  ],
});
