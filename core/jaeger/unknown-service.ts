/** Service of a span whose process is missing: the default of OpenTelemetry's resource conventions. */
export const UNKNOWN_SERVICE = 'unknown_service';
