import { type Agent, request } from 'node:http';

/** Sends a request (a POST of protobuf where there is a body) and reads its answer to the end; answers with its status. */
export function drainedStatus(agent: Agent, url: string, body?: Uint8Array): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/x-protobuf' } };
    const outgoing = request(url, { agent, timeout: 30_000, ...options }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode));
      response.once('error', reject);
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
