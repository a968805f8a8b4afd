# The emulator as a service: docker build -t jtl-platform-emulator . && docker run -p 5850:5850 jtl-platform-emulator
# Without network, from what `npm pack` made before: docker build --build-arg PACKAGE=packed .
# Runs as an unprivileged user on a read-only root file system; /data is all it writes to.
ARG NODE_IMAGE=node:20.19.5-alpine3.22
# The stage that the package comes from: `build` packs this checkout, `packed` takes the tarball that lies in it.
ARG PACKAGE=build

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && mkdir /package && npm pack --ignore-scripts --pack-destination /package

# The example app with everything it needs, for the profile `example` of docker-compose.yml.
FROM build AS example
USER node
EXPOSE 5860
CMD ["node", "examples/hello-app/server.js"]

FROM ${NODE_IMAGE} AS packed
COPY jtl-platform-emulator-*.tgz /package/

# Installs without network: the package has no dependencies, and the build fails when it gets one.
FROM ${PACKAGE} AS package
RUN npm install --offline --no-audit --no-fund --prefix /installed /package/*.tgz

FROM ${NODE_IMAGE}
WORKDIR /app
ENV NODE_ENV=production \
    JTL_EMULATOR_HOST=0.0.0.0 \
    JTL_EMULATOR_EPHEMERAL=true \
    JTL_EMULATOR_DATA_DIR=/data \
    JTL_EMULATOR_LOG=json
COPY --from=package /installed/node_modules ./node_modules
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 5850 443
HEALTHCHECK --interval=5s --timeout=2s --retries=3 CMD ["node", "-e", "fetch('http://127.0.0.1:5850/_emulator/v1/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1, so that SIGTERM reaches it and ends it within a second.
ENTRYPOINT ["node", "node_modules/jtl-platform-emulator/dist/cli.js"]
CMD ["start"]
