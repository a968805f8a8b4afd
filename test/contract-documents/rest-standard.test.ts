import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, it } from 'vitest';
import { restDocument } from './rest-document.ts';

it.each(['v1', 'v2'] as const)(
  'the annotated document of %s is OpenAPI to a public linter',
  async (major) => {
    const config = await createConfig({
      extends: ['minimal'],
      rules: { struct: 'error', 'no-unresolved-refs': 'error' },
    });
    const problems = await lintFromString({ source: JSON.stringify(restDocument(major)), config });
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message, location }) => `${location[0]?.pointer ?? ''}: ${message}`)).toEqual([]);
  },
);
