/** What went wrong while https was being agreed on. */
export interface TlsTrouble {
  readonly reason: string;
  readonly advice: string;
}

const TRUST =
  'Set JAEGER_CA_FILE to a PEM file with the certificate of the authority that signed it (or with the certificate itself, if it is self-signed).';

/** By the codes of Node and OpenSSL, as they come out of `fetch`. */
const TROUBLES: Readonly<Record<string, TlsTrouble>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: { reason: 'its certificate is self-signed', advice: TRUST },
  SELF_SIGNED_CERT_IN_CHAIN: { reason: 'the authority of its certificate is not known', advice: TRUST },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: { reason: 'the authority of its certificate is not known', advice: TRUST },
  UNABLE_TO_GET_ISSUER_CERT: { reason: 'the authority of its certificate is not known', advice: TRUST },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { reason: 'the authority of its certificate is not known', advice: TRUST },
  CERT_HAS_EXPIRED: {
    reason: 'its certificate has expired',
    advice: 'Renew the certificate of jaeger-query, or of the proxy before it; check the clock of this machine, too.',
  },
  CERT_NOT_YET_VALID: {
    reason: 'its certificate is not valid yet',
    advice: 'Check the clock of this machine, and the certificate of jaeger-query or of the proxy before it.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    reason: 'its certificate is for another host',
    advice: 'Use in JAEGER_QUERY_URL a host name that the certificate names.',
  },
  ERR_SSL_WRONG_VERSION_NUMBER: {
    reason: 'it does not speak https',
    advice: 'Set JAEGER_QUERY_URL to the same address with http:// instead of https://, or to its port for https.',
  },
  ERR_SSL_PACKET_LENGTH_TOO_LONG: {
    reason: 'it does not speak https',
    advice: 'Set JAEGER_QUERY_URL to the same address with http:// instead of https://, or to its port for https.',
  },
};

/** `undefined` for a code that has nothing to do with https, as far as is known. */
export function tlsTrouble(code: string): TlsTrouble | undefined {
  if (Object.hasOwn(TROUBLES, code)) return TROUBLES[code];
  if (!/^(ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO_)/.test(code)) return undefined;
  return {
    reason: `https cannot be agreed on (${code})`,
    advice: 'Check the certificate of jaeger-query, or of the proxy before it; JAEGER_CA_FILE adds one to trust.',
  };
}
