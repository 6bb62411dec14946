import { serve } from '@hono/node-server';

export type Listening = { port: number; stop(): Promise<void> };
type Place = { hostname: string; port: number };

/** Answers at a place until it is stopped. Rejects with the system's own fault where the port cannot be had. */
export function listen(app: { fetch(request: Request): Response | Promise<Response> }, place: Place) {
  return new Promise<Listening>((resolve, reject) => {
    const server = serve({ fetch: (request) => app.fetch(request), ...place }, (bound) => {
      resolve({ port: bound.port, stop: () => new Promise((done) => server.close(() => done())) });
    });
    server.once('error', reject);
  });
}
