/** A span of Zipkin's version 2, in whichever encoding it came. Times are microseconds. */
export interface ZipkinSpan {
  /** Hex of 32 digits; zeros where it was left out. */
  readonly traceId: string;
  /** Hex of 16 digits. */
  readonly id: string;
  /** `undefined`: none. */
  readonly parentId: string | undefined;
  readonly name: string;
  /** `CLIENT`, `SERVER`, `PRODUCER`, `CONSUMER`; anything else is none. */
  readonly kind: string;
  /** `undefined`: it was left out. */
  readonly timestamp: bigint | undefined;
  readonly duration: bigint;
  readonly local: ZipkinEndpoint | undefined;
  readonly remote: ZipkinEndpoint | undefined;
  readonly annotations: readonly ZipkinAnnotation[];
  readonly tags: readonly (readonly [key: string, value: string])[];
}

export interface ZipkinEndpoint {
  readonly serviceName: string;
  /** IPv6 if there is one, else IPv4, as text. */
  readonly address: string | undefined;
  /** 0: unknown. */
  readonly port: number;
}

export interface ZipkinAnnotation {
  readonly timestamp: bigint;
  readonly value: string;
}
