# Builds with everything, runs with the production dependencies only.
FROM node:20-alpine AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-alpine
WORKDIR /app
ENV NODE_ENV=production \
    JTL_EMULATOR_HOST=0.0.0.0 \
    JTL_EMULATOR_EPHEMERAL=true \
    JTL_EMULATOR_LOG=json
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/fixtures ./fixtures
COPY --from=build /app/dist ./dist
USER node
EXPOSE 5850
HEALTHCHECK --interval=5s --timeout=2s --start-period=5s --retries=3 \
  CMD node -e "fetch('http://127.0.0.1:5850/_emulator/v1/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
# Node itself is process 1, so that SIGTERM reaches it and ends it within a second.
ENTRYPOINT ["node", "dist/cli.js"]
CMD ["start"]
