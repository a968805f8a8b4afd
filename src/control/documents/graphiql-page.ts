/**
 * The page of GraphiQL. Its script (src/pages/browser/graphiql.ts) fills in the token of a chosen app and tenant. It
 * shares the assets of the pages.
 */
export const graphiqlPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>GraphiQL · JTL platform emulator</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/hub/assets/graphiql.css" />
    <script type="module" src="/hub/assets/graphiql.js"></script>
  </head>
  <body></body>
</html>
`;
