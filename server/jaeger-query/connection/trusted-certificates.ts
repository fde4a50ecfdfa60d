import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import tls from 'node:tls';

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * The certificates in a PEM file, each checked to be one, or why there are none.
 *
 * @param path of a file
 */
export function readCertificates(
  path: string,
): { readonly certificates: readonly string[] } | { readonly problem: string } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { problem: error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read: ${error.code}` };
  }
  const certificates = text.match(PEM_CERTIFICATE) ?? [];
  if (certificates.length === 0) return { problem: 'it has no certificate in PEM' };
  const wrong = certificates.findIndex((certificate) => !isCertificate(certificate));
  return wrong === -1 ? { certificates } : { problem: `certificate ${wrong + 1} in it cannot be read` };
}

/**
 * Lets this process trust `certificates` besides those that it trusts already (Node's own, NODE_EXTRA_CA_CERTS), for every
 * connection that it makes from now on: `fetch` takes no certificates of its own. Jaeger is all that Kuji speaks https with.
 */
export function trustCertificates(certificates: readonly string[]): void {
  if (certificates.length === 0) return;
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...certificates]);
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
