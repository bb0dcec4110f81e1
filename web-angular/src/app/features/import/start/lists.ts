import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import { type Failure, failureOf, offline } from '../../../core/errors/failure';
import { failed, ok, type Outcome, refused } from '../../../core/errors/outcome';
import type { ImportKind } from '../../../graphql/import';

export type ExportedList = 'members' | 'units' | 'households' | 'occupancies';
export type UploadRefusal = 'LIST_TOO_LARGE' | 'INVALID_INPUT';

/** Lists going in and out over plain HTTP: files do not travel through GraphQL. */
@Injectable({ providedIn: 'root' })
export class Lists {
  readonly #http = inject(HttpClient);

  /** Resolves to the id of the import that read the file; nothing is changed yet. */
  async upload(kind: ImportKind, file: File): Promise<Outcome<string, UploadRefusal>> {
    const body = new FormData();
    body.append('file', file, file.name);
    try {
      const { id } = await firstValueFrom(
        this.#http.post<{ readonly id: string }>('/imports', body, { params: { kind } }),
      );
      return ok(id);
    } catch (error) {
      // Everything thrown here comes from the wire; it becomes data so that no caller can forget it.
      const code = codeOf(error);
      return code === 'LIST_TOO_LARGE' || code === 'INVALID_INPUT' ? refused([code]) : failed(failureIn(error));
    }
  }

  /** Fetches a list and hands it to the browser to keep; the co-op's name has to travel in a header. */
  async download(list: ExportedList): Promise<Outcome<null, never>> {
    try {
      const answer = await firstValueFrom(
        this.#http.get(`/exports/${list}.csv`, { responseType: 'blob', observe: 'response' }),
      );
      const named = /filename="?([^";]+)"?/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1];
      if (answer.body) save(answer.body, named ?? `${list}.csv`);
      return ok(null);
    } catch (error) {
      return failed(failureIn(error));
    }
  }
}

/** Hands a file to the browser to keep. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function problemIn(error: unknown): { readonly code?: unknown; readonly traceId?: unknown } {
  const body: unknown = error instanceof HttpErrorResponse ? error.error : null;
  return body !== null && typeof body === 'object' ? body : {};
}

function codeOf(error: unknown): unknown {
  // A proxy may refuse a large file before the API sees it.
  if (error instanceof HttpErrorResponse && error.status === 413) return 'LIST_TOO_LARGE';
  return problemIn(error).code;
}

function failureIn(error: unknown): Failure {
  if (error instanceof HttpErrorResponse && error.status === 0) return offline;
  const { code, traceId } = problemIn(error);
  const refusedRole = error instanceof HttpErrorResponse && error.status === 403 ? 'FORBIDDEN' : undefined;
  return failureOf(code ?? refusedRole, traceId);
}
