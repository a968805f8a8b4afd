import { getNamedType, isInputObjectType, type GraphQLResolveInfo } from 'graphql';
import type { AssumptionId } from '../../platform/assumptions.ts';
import type { RootCall } from '../wire/graphql/call.ts';
import { UploadedFile } from '../wire/graphql/uploaded-file.ts';
import { checkKey, IdempotentWrites, type AnswerStorage } from '../wire/idempotent-writes.ts';

/** The answer of a mutation in the domain's terms: a repeat may select other fields. */
interface MutationAnswer {
  readonly value: unknown;
  readonly assumptions: readonly AssumptionId[];
}

const mutationAnswers: AnswerStorage<MutationAnswer> = {
  store: ({ value, assumptions }) => {
    const json = JSON.stringify(value) as string | undefined;
    return {
      status: 200,
      headers: {},
      assumptions: [...assumptions],
      ...(json !== undefined && { body: Buffer.from(json).toString('base64') }),
    };
  },
  restore: ({ body, assumptions }) => ({
    value:
      body === undefined ? undefined : (JSON.parse(Buffer.from(body, 'base64').toString('utf8')) as unknown),
    assumptions,
  }),
};

/** Does what a root field does, or answers what an earlier request with the same key came to. */
export type Perform = (
  info: GraphQLResolveInfo,
  call: RootCall,
  act: (call: RootCall) => unknown,
) => Promise<unknown>;

/** Repeats of mutations under an idempotency key, by the rules of {@link IdempotentWrites}. */
export class RepeatableMutations {
  readonly #writes = new IdempotentWrites(mutationAnswers);

  /**
   * @param header the request's `Idempotency-Key`; it counts for every mutation that has no key in its input
   * @param replayed told the response names of the fields that were not done again
   */
  performer(header: string | undefined, replayed: (responseName: string) => void): Perform {
    const places = new Map<string, number>();
    return async (info, given, act) => {
      if (!isRepeatable(info)) return act(given);
      const place = places.get(info.fieldName) ?? 0;
      places.set(info.fieldName, place + 1);
      const { call, inputKey } = withoutKey(given);
      const key = inputKey ?? header;
      if (key === undefined) return act(call);
      checkKey(inputKey === undefined ? 'Idempotency-Key' : 'request.idempotencyKey', key);
      const mutation = `${call.caller.app.id} mutation ${info.fieldName}`;
      // One header serves all mutations of a request; their order distinguishes those with the same name.
      const scope = inputKey === undefined && place > 0 ? `${mutation} ${place}` : mutation;
      const { answer, wasReplayed } = await this.#run({ key, scope, call }, act);
      if (wasReplayed) {
        replayed(String(info.path.key));
        for (const id of answer.assumptions) call.assume(id);
      }
      return answer.value;
    };
  }

  #run(
    { key, scope, call }: { key: string; scope: string; call: RootCall },
    act: (call: RootCall) => unknown,
  ): Promise<{ answer: MutationAnswer; wasReplayed: boolean }> {
    const { data } = call;
    const keyed = { key, scope, payload: payloadOf(call), data, write: call.write.bind(call) };
    return this.#writes.run(keyed, async (write) => {
      const assumptions: AssumptionId[] = [];
      const assume = (id: AssumptionId): void => {
        assumptions.push(id);
        call.assume(id);
      };
      return { value: await act({ ...call, write, assume }), assumptions };
    });
  }
}

/** Inputs of mutations that delete take no key, so these are done each time; the pages of 2.1 except one. */
function isRepeatable({ parentType, fieldName }: GraphQLResolveInfo): boolean {
  if (parentType.name !== 'Mutation') return false;
  if (fieldName === 'DeleteProductGroups') return true;
  const request = parentType.getFields()[fieldName]?.args.find(({ name }) => name === 'request');
  const input = request && getNamedType(request.type);
  return isInputObjectType(input) && 'idempotencyKey' in input.getFields();
}

/** @returns the call without the key that its input carries, and that key */
function withoutKey(call: RootCall): { call: RootCall; inputKey: string | undefined } {
  const request = call.args['request'] as Readonly<Record<string, unknown>> | null | undefined;
  if (!request || !('idempotencyKey' in request)) return { call, inputKey: undefined };
  const { idempotencyKey, ...command } = request;
  return {
    call: { ...call, args: { ...call.args, request: command } },
    inputKey: typeof idempotencyKey === 'string' ? idempotencyKey : undefined,
  };
}

/** Coerced input objects have their fields in the order of their type, so that equal payloads give equal texts. */
function payloadOf({ args }: RootCall): string {
  return JSON.stringify(args, (_name, value: unknown) =>
    value instanceof UploadedFile ? { ...value, bytes: Buffer.from(value.bytes).toString('base64') } : value,
  );
}
