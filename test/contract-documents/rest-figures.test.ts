import { expect, it } from 'vitest';
import { figuresOf } from '../../scripts/contract/rest/figures.ts';
import type { ContractDocument } from '../../src/wawi/contract/openapi/model.ts';
import { restContract, restDocument } from './rest-document.ts';

const page = '/cloud/a';

it('counts pages by operation and elements by evidence, version by version', () => {
  const document: ContractDocument = {
    openapi: '3.0.3',
    info: { title: 'Test', version: '2.0 to 2.3' },
    'x-versions': '2.0-2.1',
    paths: {
      '/boxes': {
        get: {
          operationId: 'QueryBoxes',
          summary: 'Lists the boxes.',
          tags: ['box'],
          'x-evidence': { documented: '2.1' },
          'x-pages': [{ versions: '2.1', page, cut: true }],
          parameters: [{ name: 'size', in: 'query', schema: { type: 'integer' }, 'x-evidence': {} }],
          responses: { '200': { description: 'Done.' } },
        },
        post: {
          operationId: 'CreateBox',
          summary: 'Creates a box.',
          tags: ['box'],
          'x-versions': '2.1',
          'x-evidence': { seen: '2.1' },
          'x-pages': [{ versions: '2.1', page }],
          responses: { '201': { description: 'Done.' } },
        },
      },
    },
    components: { schemas: { Box: { type: 'object', properties: { name: { type: 'string' } } } } },
  };
  expect(figuresOf(document)).toEqual([
    {
      version: '2.0',
      operations: 1,
      pagesRead: 0,
      pagesCut: 0,
      pagesNotFound: 1,
      documented: 0,
      seen: 0,
      inferred: 3,
    },
    {
      version: '2.1',
      operations: 2,
      pagesRead: 1,
      pagesCut: 1,
      pagesNotFound: 0,
      documented: 1,
      seen: 1,
      inferred: 2,
    },
  ]);
});

it.each(['v1', 'v2'] as const)('counts every operation of %s in each version', (major) => {
  for (const { version, operations, pagesRead, pagesCut, pagesNotFound } of figuresOf(restDocument(major))) {
    expect(operations).toBe(restContract(version).operations.length);
    expect(pagesRead + pagesCut + pagesNotFound).toBe(operations);
  }
});
