import * as z from 'zod';
import type { ImageSystem } from '../image-system.ts';

/** podman 4 tells it beside the rest of the configuration, docker within. */
const healthcheck = z.object({ Test: z.tuple([z.literal('CMD')], z.string()) });

const inspected = z
  .tuple([
    z.object({
      Size: z.number(),
      Healthcheck: healthcheck.optional(),
      Config: z.object({
        User: z.string(),
        Env: z.array(z.string()),
        Entrypoint: z.array(z.string()),
        Cmd: z.array(z.string()),
        WorkingDir: z.string(),
        ExposedPorts: z.record(z.string(), z.unknown()),
        StopSignal: z.string(),
        Labels: z.record(z.string(), z.string()),
        Healthcheck: healthcheck.optional(),
      }),
    }),
  ])
  .transform(([{ Size, Healthcheck, Config }]) => ({
    ...Config,
    size: Size,
    /** The command of `HEALTHCHECK`; empty where there is none. */
    healthCommand: (Healthcheck ?? Config.Healthcheck)?.Test.slice(1) ?? [],
  }));

/** What the image says of itself. */
export async function imageConfig({ podman, image }: ImageSystem): Promise<z.infer<typeof inspected>> {
  const { out } = await podman(['image', 'inspect', image]);
  return inspected.parse(JSON.parse(out));
}
