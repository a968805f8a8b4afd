import { ApiError } from '../wire/access/api-errors.ts';

/**
 * How a Wawi on the merchant's own premises words a refused request: no fields, one line per problem, each with a dash
 * (platform.md section 5).
 */
export function onPremiseWording(refusal: ApiError): ApiError {
  if (refusal.code !== 'ValidationError') return refusal;
  const lines =
    refusal.fields.length === 0
      ? [refusal.message]
      : refusal.fields.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`));
  const message = lines.map((line) => `- ${line}`).join('\n');
  return new ApiError({
    status: refusal.status,
    code: refusal.code,
    message,
    reason: refusal.reason,
    assumptions: refusal.assumptions,
    headers: refusal.headers,
  });
}
