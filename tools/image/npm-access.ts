/** Where the stand-in's npm finds its settings while the image is built: a folder that every Debian has, so that none is made for it. */
export const MOUNT = '/mnt';
export const CERTIFICATES = 'certificates.pem';

/** How npm gets to its packages on this machine. */
export interface NpmAccess {
  /** The npmrc for the build. */
  readonly text: string;
  /** Of this machine, mounted as `certificates.pem` beside the npmrc; absent where the usual ones do. */
  readonly certificates: string | undefined;
}

/** Of npm's own settings what leads to the packages. Nothing that says who asks: that belongs in no build. */
const KEPT = ['registry', 'https-proxy', 'proxy', 'noproxy', 'strict-ssl'] as const;

/**
 * @param config what `npm config list --json` answers
 * @param env `NODE_EXTRA_CA_CERTS` counts where npm has no certificates of its own: behind a proxy that looks into TLS one has either
 */
export function npmAccess(config: Readonly<Record<string, unknown>>, env: NodeJS.ProcessEnv): NpmAccess {
  const cafile = config.cafile;
  const certificates = (typeof cafile === 'string' && cafile) || env.NODE_EXTRA_CA_CERTS || undefined;
  const lines = KEPT.flatMap((key) => {
    const value = config[key];
    const isSet = (typeof value === 'string' && value !== '') || typeof value === 'boolean';
    return isSet ? [`${key}=${value}`] : [];
  });
  const trust = certificates === undefined ? [] : [`cafile=${MOUNT}/${CERTIFICATES}`];
  return { text: [...lines, ...trust, 'update-notifier=false', ''].join('\n'), certificates };
}
