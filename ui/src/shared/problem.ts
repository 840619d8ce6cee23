/** One field that is wrong, by JSON pointer into the request (`/phone`). */
export interface FieldProblem {
  pointer: string;
  detail: string;
}

interface ProblemBody {
  status: number;
  code: string;
  title?: string;
  detail?: string;
  errors?: FieldProblem[];
  current?: unknown;
}

/**
 * What the server (or the network) refused, as one typed error.
 * `status` 0 with code `network` means that no answer came at all.
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: FieldProblem[];
  /** At a conflict: the state stored now, to be shown beside one's own. */
  readonly current: unknown;

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title ?? body.code);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.errors = body.errors ?? [];
    this.current = body.current;
  }

  get isConflict(): boolean {
    return this.status === 409 && this.current !== undefined;
  }

  /** For antd: `form.setFields(problem.formFields())`. `/administrator/phone` → `['administrator','phone']`. */
  formFields(): { name: (string | number)[]; errors: string[] }[] {
    return this.errors.map((error) => ({
      name: pointerPath(error.pointer),
      errors: [error.detail],
    }));
  }
}

/** Splits a JSON pointer (RFC 6901) into its steps; numbers become indices. */
export function pointerPath(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .filter((step) => step !== '' && step !== '#')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** Reads a failed response. A body that is no problem document (a proxy's page) still gives one. */
export async function readProblem(response: Response): Promise<Problem> {
  const status = response.status;
  const text = await response.text();
  try {
    const body: unknown = JSON.parse(text);
    if (isRecord(body)) {
      return new Problem({
        status,
        code: asText(body.code) ?? `http_${status}`,
        title: asText(body.title),
        detail: asText(body.detail),
        errors: asFieldProblems(body.errors),
        current: body.current ?? undefined,
      });
    }
  } catch {
    // Not JSON: what stands below is all that can be said about it.
  }
  return new Problem({ status, code: `http_${status}` });
}

/** Any thrown value as a problem, so that every page can show it in one way. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof TypeError) {
    return new Problem({ status: 0, code: 'network', detail: '' });
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new Problem({ status: 0, code: 'page_error', detail });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function asFieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((entry) => ({
    pointer: asText(entry.pointer) ?? '',
    detail: asText(entry.detail) ?? '',
  }));
}
