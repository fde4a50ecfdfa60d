import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import type { AllInOne } from '../../start-all-in-one.ts';

const RECORDINGS = new URL('../../../../core/jaeger/recordings/', import.meta.url);
const POLL_MILLIS = 2;

/** Sends a recorded body or datagram the way it was sent when it was recorded. Resolves when it was taken. */
export async function sendRecording(jaeger: AllInOne, path: string): Promise<void> {
  const bytes = readFileSync(new URL(path, RECORDINGS));
  const [folder] = path.split('/', 1);
  if (folder === 'thrift-udp') await sendDatagram(jaeger, bytes);
  else if (folder === 'thrift-http') {
    await post(`http://127.0.0.1:${jaeger.thriftHttpPort}/api/traces`, bytes, 'application/x-thrift');
  } else await post(`${jaeger.otlpUrl}/v1/traces`, bytes, 'application/json');
}

/** The address to which a request to a port of a real Jaeger goes here. */
export function addressOf(jaeger: AllInOne, port: number | undefined): string {
  switch (port) {
    case 4318:
      return jaeger.otlpUrl;
    case 14268:
      return `http://127.0.0.1:${jaeger.thriftHttpPort}`;
    case 9411:
      return `http://127.0.0.1:${jaeger.zipkinPort}`;
    case 5778:
      return `http://127.0.0.1:${jaeger.samplingPort}`;
    default:
      return jaeger.queryUrl;
  }
}

async function post(url: string, bytes: Buffer, contentType: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': contentType }, body: bytes });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
}

async function sendDatagram(jaeger: AllInOne, bytes: Buffer): Promise<void> {
  const messages = (): number => jaeger.counts().receivers.find(({ name }) => name === 'thrift-compact')?.messages ?? 0;
  const before = messages();
  const socket = createSocket('udp4');
  await new Promise<void>((resolve, reject) => {
    socket.send(bytes, jaeger.thriftCompactPort, '127.0.0.1', (error) => (error ? reject(error) : resolve()));
  });
  socket.close();
  while (messages() === before) await new Promise((resolve) => setTimeout(resolve, POLL_MILLIS));
}
