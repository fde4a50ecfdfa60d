# One image, two programs: the dashboard (the default) and the omikuji app (`server/omikuji/main.ts`). README.md says how to run both.
#
# The base by its full version: what is built today and in a year has the same Node, with that tag's fixes of Debian. A digest pins it
# to the byte, and stops those fixes too: --build-arg NODE_IMAGE=node:24.21.0-bookworm-slim@sha256:…
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

# What the server needs at run time, and nothing else: no tools, no Node for machines with an old one (those are optional packages).
FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# No package has anything to run when it is installed. Types and source maps are half of the bytes, and nothing reads them.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.cts' -o -name '*.d.mts' \) -delete

# The pages. With optional packages: the bundler's own binaries are among them.
FROM ${NODE_IMAGE} AS pages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY tools ./tools
COPY core ./core
COPY web ./web
RUN node tools/build.ts

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="Kuji" \
  org.opencontainers.image.description="A trace-analysis dashboard for plain Jaeger" \
  org.opencontainers.image.version="0.1.0" \
  org.opencontainers.image.licenses="Apache-2.0"
# The base brings package managers along, which nobody needs who only runs.
RUN rm -rf /usr/local/lib/node_modules /usr/local/include /opt/yarn-* /usr/local/bin/npm /usr/local/bin/npx \
  /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg
# Whoever listens on 127.0.0.1 alone cannot be reached in a container.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
# What changes rarely comes first. All of it belongs to root: the program cannot change itself.
COPY --from=packages /app/node_modules ./node_modules
COPY --from=pages /app/web/dist ./web/dist
COPY package.json ./
COPY core ./core
COPY server ./server
# A number, so that an orchestrator can see that it is not root.
USER 1000:1000
# The dashboard, and its omikuji app where one is embedded.
EXPOSE 3000 8080
# Of the omikuji app, which has no such page, any answer will do.
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 CMD ["node", "-e", "\
const isOmikuji = require('node:fs').readFileSync('/proc/1/cmdline', 'utf8').includes('server/omikuji/main.ts'); \
const port = isOmikuji ? process.env.OMIKUJI_PORT || 8080 : process.env.PORT || 3000; \
fetch('http://127.0.0.1:' + port + '/healthz').then(({ ok }) => process.exit(ok || isOmikuji ? 0 : 1), () => process.exit(1))"]
# Node is process 1 and gets the signals itself: SIGTERM ends both programs in order.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node"]
CMD ["server/main.ts"]
