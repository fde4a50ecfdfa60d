/** How a Jaeger with `/api/v3` wants to be asked. */
export interface V3Dialect {
  /** `camel` (`query.serviceName`) since 2.19; versions before know `snake` (`query.service_name`) alone. */
  readonly spelling: 'camel' | 'snake';
  /** Whether a search is filtered by attributes; where not, they are silently ignored. */
  readonly filtersAttributes: boolean;
}
